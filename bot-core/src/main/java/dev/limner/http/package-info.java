/** What all HTTP clients of Limner have in common. */
@NullMarked
package dev.limner.http;

import org.jspecify.annotations.NullMarked;
