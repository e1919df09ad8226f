/** The command line. */
@NullMarked
package dev.limner.app.cli;

import org.jspecify.annotations.NullMarked;
