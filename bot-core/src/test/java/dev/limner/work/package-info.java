/** Measures work by counting it, so that growth with the size of a text can be told without a clock. */
@org.jspecify.annotations.NullMarked
package dev.limner.work;
