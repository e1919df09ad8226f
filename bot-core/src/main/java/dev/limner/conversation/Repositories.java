package dev.limner.conversation;

import dev.limner.avatar.AvatarRepository;
import dev.limner.avatar.ImageStore;
import dev.limner.character.CharacterRepository;
import dev.limner.character.SettingsRepository;
import dev.limner.character.StyleRepository;
import dev.limner.illustration.IllustrationRepository;
import dev.limner.story.ChannelStates;
import dev.limner.story.StoryLog;

/** Everything that is kept. */
public record Repositories(
        StoryLog story,
        ChannelStates channels,
        AvatarRepository avatars,
        ImageStore images,
        CharacterRepository characters,
        StyleRepository styles,
        SettingsRepository settings,
        IllustrationRepository illustrations,
        ChannelMoves moves) {}
