/** What of a post, or of given words, is story: talk out of character, commands, links and markup are told from it here. */
@NullMarked
package dev.limner.prompt.markup;

import org.jspecify.annotations.NullMarked;
