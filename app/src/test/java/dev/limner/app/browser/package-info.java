/** The product as a person meets it: in a real browser. */
@NullMarked
package dev.limner.app.browser;

import org.jspecify.annotations.NullMarked;
