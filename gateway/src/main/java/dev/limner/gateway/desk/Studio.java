package dev.limner.gateway.desk;

import dev.limner.avatar.Avatars;
import dev.limner.avatar.ImageStore;
import dev.limner.avatar.ListedNetworks;
import dev.limner.character.Settings;
import dev.limner.character.Styles;
import dev.limner.illustration.Drafting;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.illustration.Illustrator;
import dev.limner.image.Backends;
import java.time.InstantSource;

/** What the gateway uses of the core. */
public record Studio(
        Illustrator illustrator,
        Drafting drafting,
        Settings settings,
        Styles styles,
        Avatars avatars,
        Backends backends,
        IllustrationRepository illustrations,
        ImageStore images,
        ListedNetworks networks,
        InstantSource clock) {}
