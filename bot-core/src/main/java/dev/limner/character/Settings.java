package dev.limner.character;

import dev.limner.chat.Member;
import dev.limner.chat.Place;
import dev.limner.input.RefusedException;
import dev.limner.prompt.ModelFamily;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings of a place, its own and those inherited; the nearest value of a key holds. Thread-safe; blocks. */
public final class Settings {
    /** The value that takes a channel's own away, so that the one above holds. */
    public static final String DEFAULT = "default";

    private final SettingsRepository settings;
    private final List<String> backends;
    private final SettingValues values;

    /** @param backends the names of those configured */
    public Settings(SettingsRepository settings, List<String> backends) {
        this.settings = settings;
        this.backends = List.copyOf(backends);
        this.values = new SettingValues(backends);
    }

    /** For moderators. @return the value as it is stored, or {@link #DEFAULT} */
    public String set(Place place, Member by, String key, String value) throws RefusedException {
        if (!by.moderator()) {
            throw new RefusedException("Settings are for moderators. Ask one to change this.");
        }
        SettingKey known = SettingKey.of(key)
                .orElseThrow(() -> new RefusedException(
                        "There is no setting of that name. There are: " + SettingKey.known() + "."));
        if (value.strip().toLowerCase(Locale.ROOT).equals(DEFAULT)) {
            settings.remove(place.own(), known.word());
            return DEFAULT;
        }
        String stored = values.parse(known, value);
        settings.put(place.own(), known.word(), stored);
        return stored;
    }

    /** As text, in the order of the keys, {@link #DEFAULT} where nothing that has a meaning is set here or above. */
    public Map<SettingKey, String> show(Place place) {
        Map<String, String> nearest = Inherited.settings(place, settings::of);
        Map<SettingKey, String> shown = new EnumMap<>(SettingKey.class);
        for (SettingKey key : SettingKey.values()) {
            String stored = nearest.get(key.word());
            shown.put(key, stored != null && hasMeaning(key, stored) ? stored : DEFAULT);
        }
        return shown;
    }

    private boolean hasMeaning(SettingKey key, String stored) {
        try {
            return values.parse(key, stored).equals(stored);
        } catch (RefusedException e) {
            return false;
        }
    }

    /** What holds in a place. A stored value that has no meaning any more, such as a backend that is gone, does not count. */
    public ChannelSettings of(Place place) {
        Map<String, String> nearest = Inherited.settings(place, settings::of);
        String backend = nearest.get(SettingKey.BACKEND.word());
        String model = nearest.get(SettingKey.MODEL.word());
        String roles = nearest.get(SettingKey.DRAW_ROLES.word());
        return new ChannelSettings(
                backend != null && backends.contains(backend) ? backend : null,
                model == null ? null : ModelFamily.byId(model).orElse(null),
                size(nearest.get(SettingKey.SIZE.word())),
                SettingValues.ON.equals(nearest.get(SettingKey.SPOILER.word())),
                days(nearest.get(SettingKey.RETENTION.word())),
                SettingValues.ON.equals(nearest.get(SettingKey.METADATA.word())),
                roles == null ? List.of() : SettingValues.drawRoles(roles));
    }

    private static @Nullable PictureSize size(@Nullable String stored) {
        try {
            return stored == null ? null : PictureSize.parse(stored);
        } catch (RefusedException e) {
            return null;
        }
    }

    private static @Nullable Integer days(@Nullable String stored) {
        return stored == null || !stored.matches("[0-9]{1,4}") ? null : Integer.valueOf(stored);
    }
}
