package dev.limner.prompt.fit;

import dev.limner.prompt.Tokenizer;

/** Tokens as the encoder's own tokenizer counts them. */
public record CountedTokens(Tokenizer tokenizer) implements TokenMeter {

    @Override
    public int tokens(CharSequence text) {
        return text.isEmpty() ? 0 : tokenizer.count(text.toString());
    }

    @Override
    public int cost(CharSequence text) {
        return UNIT * tokens(text);
    }

    @Override
    public boolean exact() {
        return true;
    }
}
