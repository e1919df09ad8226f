/** Story files: a story, its characters and a request in JSON, and the composition made of it. */
@NullMarked
package dev.limner.app.storyfile;

import org.jspecify.annotations.NullMarked;
