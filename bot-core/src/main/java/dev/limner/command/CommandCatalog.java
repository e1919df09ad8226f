package dev.limner.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every command there is, declared once. */
public final class CommandCatalog {
    private final List<CommandSpec> commands;

    CommandCatalog(List<CommandSpec> commands) {
        this.commands = List.copyOf(commands);
    }

    public List<CommandSpec> all() {
        return commands;
    }

    public Optional<CommandSpec> find(String name, @Nullable String sub) {
        return commands.stream()
                .filter(c -> c.name().equals(name) && java.util.Objects.equals(c.sub(), sub))
                .findFirst();
    }
}
