/** What the operator sets, as one typed value, and the ways to say what is wrong with it. */
@NullMarked
package dev.limner.app.config;

import org.jspecify.annotations.NullMarked;
