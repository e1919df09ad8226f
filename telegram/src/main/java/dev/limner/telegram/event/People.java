package dev.limner.telegram.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.limner.command.Invocation;
import dev.limner.command.OptionValue;
import dev.limner.telegram.post.Wording;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * People who were seen writing, by their user names: Telegram tells a bot nobody's account by name. In memory only, since
 * nothing of anybody is kept where no story is; after a restart somebody has to write once before they can be named, or to
 * be picked from the list of members. Thread-safe.
 */
final class People {
    private final Cache<String, Known> byUserName =
            Caffeine.newBuilder().maximumSize(50_000).build();

    private record Known(long id, String name) {}

    void note(@Nullable User user) {
        if (user != null && user.getUserName() != null) {
            byUserName.put(key(user.getUserName()), new Known(user.getId(), Origin.name(user)));
        }
    }

    /** Display names by the user names that stand in a text. */
    Map<String, String> mentionsIn(Message message) {
        Map<String, String> names = new HashMap<>();
        for (MessageEntity entity : entities(message)) {
            String text = entity.getText();
            if ("mention".equals(entity.getType()) && text != null && text.length() > 1) {
                String userName = text.substring(1);
                Known known = byUserName.getIfPresent(key(userName));
                if (known != null) {
                    names.put(userName, known.name());
                }
            }
        }
        return names;
    }

    /** The same invocation, with the account of everybody who was named and is known. */
    Invocation known(Invocation invocation, Message message) {
        Map<String, OptionValue> values = new LinkedHashMap<>(invocation.values());
        values.replaceAll(
                (option, value) -> value instanceof OptionValue.Person person ? known(person, message) : value);
        return new Invocation(invocation.spec(), values);
    }

    private OptionValue known(OptionValue.Person person, Message message) {
        String name = Wording.copied(person.displayName());
        for (MessageEntity entity : entities(message)) {
            User mentioned = entity.getUser();
            if (mentioned != null && name.equals(entity.getText())) {
                return new OptionValue.Person(String.valueOf(mentioned.getId()), Origin.name(mentioned));
            }
        }
        Known known = byUserName.getIfPresent(key(name.startsWith("@") ? name.substring(1) : name));
        return known == null ? person : new OptionValue.Person(String.valueOf(known.id()), known.name());
    }

    private static List<MessageEntity> entities(Message message) {
        try {
            List<MessageEntity> entities =
                    message.getText() == null ? message.getCaptionEntities() : message.getEntities();
            return entities == null ? List.of() : entities;
        } catch (IndexOutOfBoundsException e) {
            // they reach beyond the text, as where an app cut it
            return List.of();
        }
    }

    private static String key(String userName) {
        return userName.toLowerCase(Locale.ROOT);
    }
}
