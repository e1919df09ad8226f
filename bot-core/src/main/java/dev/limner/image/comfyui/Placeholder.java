package dev.limner.image.comfyui;

import java.util.regex.Pattern;

/** The placeholders of a workflow. */
final class Placeholder {
    static final String PROMPT = "prompt";
    static final String NEGATIVE = "negative";
    static final String SEED = "seed";
    static final String WIDTH = "width";
    static final String HEIGHT = "height";
    static final String STEPS = "steps";
    static final String CFG = "cfg";
    static final String MODEL = "model";
    /** With a number from 1, and perhaps {@code _weight}. */
    static final String FACE = "face";

    static final String STYLE = "style";

    static final Pattern PATTERN = Pattern.compile("\\{\\{\\s*([A-Za-z0-9_]+)\\s*}}");
    private static final Pattern KNOWN =
            Pattern.compile("prompt|negative|seed|width|height|steps|cfg|model|(face|style)[1-9][0-9]?(_weight)?");

    private Placeholder() {}

    static String known(String name, String node) throws WorkflowException {
        if (!KNOWN.matcher(name).matches()) {
            throw new WorkflowException("{{" + name + "}} in node " + node + " is no placeholder. There are {{prompt}},"
                    + " {{negative}}, {{seed}}, {{width}}, {{height}}, {{steps}}, {{cfg}}, {{model}}, {{face1}},"
                    + " {{face1_weight}}, {{style1}}, {{style1_weight}} and so on");
        }
        return name;
    }
}
