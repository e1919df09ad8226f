/** The edge towards the browser: who may speak, what is served, and how events reach a page. */
@NullMarked
package dev.limner.webchat.http;

import org.jspecify.annotations.NullMarked;
