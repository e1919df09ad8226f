/** What people type, checked and cleaned, and what they are told when it cannot be taken. */
@NullMarked
package dev.limner.input;

import org.jspecify.annotations.NullMarked;
