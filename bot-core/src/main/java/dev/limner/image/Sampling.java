package dev.limner.image;

import dev.limner.prompt.ModelFamily;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The settings a family draws well with, as the models' authors recommend them.
 *
 * @param guidance of models that were distilled to need no second evaluation; 0 for those that were not
 * @param choices in order of preference
 */
public record Sampling(int steps, double cfg, double guidance, List<Choice> choices) {

    /** A sampler with its noise schedule. */
    public record Choice(String sampler, String scheduler) {}

    private static final List<Choice> DPM =
            List.of(new Choice("DPM++ 2M", "Karras"), new Choice("Euler a", "Automatic"));
    private static final List<Choice> FEW_STEPS = List.of(new Choice("Euler", "SGM Uniform"));
    private static final List<Choice> FLOW = List.of(new Choice("Euler", "Simple"));

    private static final Pattern DISTILLED = Pattern.compile("lightning|turbo|hyper|lcm|dmd2");

    public Sampling {
        choices = List.copyOf(choices);
    }

    /** @param model the checkpoint's name, which tells whether it was distilled to few steps */
    public static Sampling of(ModelFamily family, String model) {
        String name = model.toLowerCase(Locale.ROOT);
        boolean fast = DISTILLED.matcher(name).find();
        return switch (family) {
            case SD15 -> fast ? new Sampling(8, 1.5, 0, FEW_STEPS) : new Sampling(25, 7, 0, DPM);
            case SDXL -> fast ? new Sampling(8, 1.5, 0, FEW_STEPS) : new Sampling(28, 6, 0, DPM);
            case SD3 -> fast ? new Sampling(4, 1, 0, FEW_STEPS) : new Sampling(28, 4.5, 0, FEW_STEPS);
            case FLUX1_SCHNELL -> new Sampling(4, 1, 0, FLOW);
            case FLUX1_DEV -> new Sampling(20, 1, 3.5, FLOW);
            case FLUX1_KONTEXT -> new Sampling(20, 1, 2.5, FLOW);
            case FLUX2_DEV -> new Sampling(20, 1, 4, FLOW);
            case FLUX2_KLEIN -> name.contains("base") ? new Sampling(20, 5, 0, FLOW) : new Sampling(4, 1, 0, FLOW);
            case QWEN_IMAGE -> fast ? new Sampling(4, 1, 0, FLOW) : new Sampling(20, 3, 0, FLOW);
            case GPT_IMAGE, DALLE_3, DALLE_2 -> new Sampling(28, 6, 0, List.of());
        };
    }
}
