/** The catalogue of commands, declared once, and the parser for those that are typed. */
@NullMarked
package dev.limner.command;

import org.jspecify.annotations.NullMarked;
