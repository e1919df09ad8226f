/** The encoders' own tokenizers, from files that the operator names. */
@NullMarked
package dev.limner.tokenizer;

import org.jspecify.annotations.NullMarked;
