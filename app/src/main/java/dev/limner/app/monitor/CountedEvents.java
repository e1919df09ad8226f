package dev.limner.app.monitor;

import dev.limner.chat.ChatEvent;
import dev.limner.chat.ChatListener;
import dev.limner.chat.Place;
import dev.limner.chat.PlatformId;
import dev.limner.command.OptionSpec;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A listener that counts what it is told. */
final class CountedEvents implements ChatListener {
    private final ChatListener listener;
    private final PlatformId platform;
    private final MeterRegistry registry;

    CountedEvents(ChatListener listener, PlatformId platform, MeterRegistry registry) {
        this.listener = listener;
        this.platform = platform;
        this.registry = registry;
    }

    @Override
    public CompletionStage<Void> onEvent(ChatEvent event) {
        registry.counter(
                        "limner.chat.events",
                        "platform",
                        platform.value(),
                        "kind",
                        event.getClass().getSimpleName())
                .increment();
        return listener.onEvent(event);
    }

    @Override
    public boolean mayOpenForm(String buttonId) {
        return listener.mayOpenForm(buttonId);
    }

    @Override
    public List<String> suggestions(Place place, OptionSpec option, String typed, int limit) {
        return listener.suggestions(place, option, typed, limit);
    }
}
