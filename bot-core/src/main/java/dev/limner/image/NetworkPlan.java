package dev.limner.image;

import dev.limner.image.GenerationOutcome.Generated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of a request's LoRAs and embeddings a backend uses, under its own names, and why not the others. Pure. */
public final class NetworkPlan {
    static final String TAKES_NONE = "the picture server takes none";

    private final List<Network> loras = new ArrayList<>();
    private final List<Network> embeddings = new ArrayList<>();
    private final Map<Network, String> unused = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();

    private NetworkPlan() {}

    /**
     * What a server has of one kind.
     *
     * @param files null when it does not tell
     * @param why why it takes none, to go behind "not used:"; empty when it takes them
     * @param most how many it takes for one picture
     */
    public record Offer(@Nullable List<String> files, String why, int most) {
        /** It takes what it lists. */
        public static Offer of(List<String> files) {
            return new Offer(List.copyOf(files), "", Integer.MAX_VALUE);
        }

        /** It takes so many, and does not tell which. */
        public static Offer untold(int most) {
            return new Offer(null, "", most);
        }

        public static Offer none(String why) {
            return new Offer(List.of(), why, 0);
        }

        private Optional<String> find(String file) {
            List<String> known = files;
            return known == null ? Optional.of(file) : FileNames.named(known, file);
        }
    }

    public static NetworkPlan of(List<Network> asked, Offer loras, Offer embeddings) {
        NetworkPlan plan = new NetworkPlan();
        for (Network network : asked) {
            boolean lora = network.kind() == Network.Kind.LORA;
            plan.add(network, lora ? loras : embeddings, lora ? plan.loras : plan.embeddings);
        }
        return plan;
    }

    /** Nothing of it is used. */
    public static NetworkPlan none(List<Network> asked, String why) {
        return of(asked, Offer.none(why), Offer.none(why));
    }

    /** Nothing is known of what the server has. */
    public static NetworkPlan unreached(List<Network> asked) {
        return none(asked, "the picture server cannot be reached");
    }

    /** By the server's names. */
    public List<Network> loras() {
        return List.copyOf(loras);
    }

    /** By the server's names. */
    public List<Network> embeddings() {
        return List.copyOf(embeddings);
    }

    /** As they were asked for, with the reason. */
    public Map<Network, String> unused() {
        return Collections.unmodifiableMap(unused);
    }

    /** For the requester: what was used, and what not and why. */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /** What a backend has not a word of was not used: it takes none, and did not look. */
    static GenerationOutcome withUntold(GenerationOutcome outcome, List<Network> asked) {
        if (!(outcome instanceof Generated generated) || asked.isEmpty()) {
            return outcome;
        }
        List<String> notes = new ArrayList<>(generated.notes());
        for (Network network : asked) {
            boolean told = generated.notes().stream()
                    .anyMatch(note -> note.startsWith("Used: " + network.label() + ".")
                            || note.startsWith("Not used: " + network.label() + ":"));
            if (!told) {
                notes.add(unusedNote(network, TAKES_NONE));
            }
        }
        return new Generated(generated.picture(), notes);
    }

    private void add(Network network, Offer offer, List<Network> used) {
        Optional<String> file = offer.find(network.file());
        if (!offer.why().isEmpty()) {
            leaveOut(network, offer.why());
        } else if (file.isEmpty()) {
            leaveOut(network, "the picture server does not have it");
        } else if (used.size() >= offer.most()) {
            leaveOut(network, "the picture server takes " + offer.most() + " at the most");
        } else {
            used.add(new Network(network.kind(), network.name(), file.get(), network.weight()));
            notes.add("Used: " + network.label() + ".");
        }
    }

    private void leaveOut(Network network, String why) {
        unused.put(network, why);
        notes.add(unusedNote(network, why));
    }

    private static String unusedNote(Network network, String why) {
        return "Not used: " + network.label() + ": " + why + ".";
    }
}
