package dev.limner.telegram;

import dev.limner.chat.Button;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatPlatform;
import dev.limner.chat.ChatPlatformContract;
import dev.limner.chat.ChatUser;
import dev.limner.chat.Form;
import dev.limner.command.CommandSpec;
import dev.limner.telegram.loopback.Person;
import dev.limner.telegram.loopback.Posted;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;

/** Telegram keeps the contract of every platform: through the library, over HTTP, on a real database. */
@SuppressWarnings("NullAway.Init") // set by what the contract calls before each test
class TelegramContractTest extends ChatPlatformContract {
    @TempDir
    java.nio.file.Path folder;

    private Rig rig;

    @Override
    protected ChatPlatform open() {
        rig = new Rig(folder);
        return rig.telegram();
    }

    @Override
    protected ChatUser user() {
        return new GroupUser(rig);
    }

    @Override
    protected void shutDown() {
        rig.close();
    }

    /** They are never announced to bots. */
    @Override
    protected boolean reportsDeletions() {
        return false;
    }

    @Override
    protected boolean describesPictures() {
        return false;
    }

    /** Somebody in a group. */
    private static final class GroupUser implements ChatUser {
        private final Rig rig;
        private final Person person;
        private final Set<Integer> mine = new HashSet<>();
        /** What it says in answer to a button that is settled already stands in the chat. */
        private final Set<Integer> pressed = new HashSet<>();

        GroupUser(Rig rig) {
            this.rig = rig;
            this.person = rig.person(11, "Jo");
        }

        @Override
        public ChannelRef channel() {
            return new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));
        }

        @Override
        public String say(String text) {
            // as the apps: nothing is sent that is empty, and no more than fits
            if (text.isBlank() || text.length() > 4096) {
                throw new PlatformRefused("the app sends no such text");
            }
            int id = person.say(text);
            mine.add(id);
            return Integer.toString(id);
        }

        @Override
        public void edit(String messageId, String text) {
            person.edit(Integer.parseInt(messageId), text);
        }

        @Override
        public void delete(String messageId) {}

        @Override
        public void command(CommandSpec command, Map<String, String> values, byte @Nullable [] picture) {
            String line = ChatUser.typed(command, values);
            mine.add(
                    picture == null
                            ? person.say(line)
                            : person.push(Person.withText(person.photo(picture), "caption", line)));
        }

        @Override
        public void press(String messageId, String buttonId) {
            pressed.add(Integer.parseInt(messageId));
            person.press(Integer.parseInt(messageId), buttonId);
        }

        @Override
        public List<Seen> sees() {
            return rig.posted().stream()
                    .filter(p -> !mine.contains(p.replyTo()) && !p.asksForReply())
                    .map(GroupUser::seen)
                    .toList();
        }

        @Override
        public List<Seen> answers() {
            List<Seen> answers = new ArrayList<>();
            rig.api().methods().windows().forEach(w -> answers.add(new Seen("", w, List.of(), List.of(), null, false)));
            rig.posted().stream()
                    .filter(p -> mine.contains(p.replyTo()) || pressed.contains(p.replyTo()))
                    .map(GroupUser::seen)
                    .forEach(answers::add);
            return answers;
        }

        @Override
        public List<Form> forms() {
            return rig.posted().stream()
                    .filter(Posted::asksForReply)
                    .map(p -> new Form(Integer.toString(p.id()), "", "", p.copyable()))
                    .toList();
        }

        @Override
        public void submit(Form form, String value) {
            person.reply(Integer.parseInt(form.id()), value);
        }

        private static Seen seen(Posted posted) {
            Integer replyTo = posted.replyTo();
            var file = posted.file();
            return new Seen(
                    Integer.toString(posted.id()),
                    posted.text(),
                    file == null ? List.of() : List.of(new SeenFile(file.name(), file.bytes(), "")),
                    posted.buttons().stream()
                            .map(b -> new Button(b.get(1), b.get(0)))
                            .toList(),
                    replyTo == null ? null : replyTo.toString(),
                    posted.mentionsSomebody());
        }
    }
}
