package dev.limner.image;

import java.util.Optional;

/**
 * Which work is under way at which service, and how the service names it, kept so that a process that was started anew
 * finds it again in place of beginning it a second time, and paying for it twice. Thread-safe; blocks. What was put is durable
 * on return; a power cut may bring back what was removed, of which the service then says that it knows it no more.
 */
public interface JobBook {
    /** For who draws within one process, and has nothing to find again. */
    JobBook NONE = new JobBook() {
        @Override
        public Optional<String> find(String service, String request) {
            return Optional.empty();
        }

        @Override
        public void put(String service, String request, String job) {
            // kept nowhere
        }

        @Override
        public void remove(String service, String request) {
            // was kept nowhere
        }
    };

    /** What was put last; empty when there is nothing, or nothing of the last day. */
    Optional<String> find(String service, String request);

    /**
     * @param service kind and address, such as {@code bfl https://api.bfl.ai/} or {@code comfyui http://127.0.0.1:8188/}
     * @param request its id
     * @param job what it takes to find the work there again
     */
    void put(String service, String request, String job);

    void remove(String service, String request);
}
