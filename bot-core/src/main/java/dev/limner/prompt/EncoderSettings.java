package dev.limner.prompt;

import dev.limner.prompt.fit.CountedTokens;
import dev.limner.prompt.fit.TokenEstimate;
import dev.limner.prompt.fit.TokenMeter;
import java.util.Map;

/**
 * What the operator said of the encoders that read the prompts.
 *
 * @param tokenizers those that are known; the other encoders' tokens are estimated
 * @param clipWindows how many windows of CLIP a prompt may fill, where the image server chunks; 1 to {@link #MOST_WINDOWS}
 */
public record EncoderSettings(Map<Encoder, Tokenizer> tokenizers, int clipWindows) {
    /** More would dilute what a model for one window was trained on beyond use. */
    public static final int MOST_WINDOWS = 8;

    /** Estimates, and one window. */
    public static final EncoderSettings USUAL = new EncoderSettings(Map.of(), 1);

    public EncoderSettings {
        tokenizers = Map.copyOf(tokenizers);
        if (clipWindows < 1 || clipWindows > MOST_WINDOWS) {
            throw new IllegalArgumentException("windows: " + clipWindows);
        }
    }

    /** The longest prompt for a model; whole windows for CLIP. */
    int limit(ModelFamily model) {
        return model.encoder() == Encoder.CLIP ? model.limit() * clipWindows : model.limit();
    }

    TokenMeter meter(Encoder encoder) {
        Tokenizer own = tokenizers.get(encoder);
        return own == null ? new TokenEstimate(encoder) : new CountedTokens(own);
    }
}
