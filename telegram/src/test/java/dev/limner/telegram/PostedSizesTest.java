package dev.limner.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.chat.Attachment;
import dev.limner.chat.Button;
import dev.limner.chat.ChannelRef;
import dev.limner.chat.ChatEvent.ButtonPressed;
import dev.limner.chat.Content;
import dev.limner.chat.MessagePlanner;
import dev.limner.chat.MessageRef;
import dev.limner.chat.OutgoingPost;
import dev.limner.chat.PlannedMessage;
import dev.limner.command.CommandCatalog;
import dev.limner.telegram.loopback.Fault;
import dev.limner.telegram.loopback.Posted;
import dev.limner.telegram.loopback.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large, too long or of the wrong shape for one message of Telegram's. */
class PostedSizesTest {
    private static final ChannelRef GROUP = new ChannelRef(Telegram.ID, Long.toString(Rig.GROUP));

    @TempDir
    Path folder;

    private final Heard heard = new Heard();
    private Rig rig;
    private Telegram telegram;

    @BeforeEach
    void begin() throws Exception {
        rig = new Rig(folder);
        telegram = rig.telegram();
        telegram.start(heard, CommandCatalog.standard());
    }

    @AfterEach
    void end() {
        rig.close();
    }

    private static byte[] png(int width, int height) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static PlannedMessage picture(byte[] bytes, boolean spoiler, @Nullable MessageRef replyTo) {
        return new PlannedMessage(
                "The scene, for Jo.",
                List.of(new Attachment("scene.png", "image/png", Content.of(bytes), "", spoiler)),
                List.of(new Button("r.0123456789abcdef", "Reroll"), new Button("d.0123456789abcdef", "Delete")),
                replyTo,
                null);
    }

    private void post(OutgoingPost post) throws Exception {
        for (PlannedMessage part :
                new MessagePlanner().plan(post, telegram.capabilities(GROUP)).messages()) {
            telegram.send(GROUP, part);
        }
    }

    @Test
    void a_photo_of_more_than_ten_megabytes_goes_as_a_document_byte_for_byte() throws Exception {
        byte[] bytes = Arrays.copyOf(png(64, 64), 10_000_001);

        telegram.send(GROUP, picture(bytes, false, null));

        assertThat(rig.api().calls("sendPhoto")).isEmpty();
        assertThat(Objects.requireNonNull(rig.posted().get(0).file()).bytes()).isEqualTo(bytes);
    }

    /** Pairs of surrogates, signs joined to one, marks on a letter, and what Telegram would make a mention of. */
    @ParameterizedTest
    @ValueSource(strings = {"\uD83E\uDD8A", "\uD83D\uDC69\u200D\uD83D\uDE80", "e\u0301", "ab", "@sam_writes, "})
    void a_text_is_split_between_its_signs_and_none_is_lost(String sign) throws Exception {
        String prompt = "x" + sign.repeat(9000 / sign.length());
        post(OutgoingPost.text(prompt));

        String all = rig.posted().stream().map(Posted::text).collect(Collectors.joining());
        assertThat(all.replace("\u2060", "").replace('\uFF20', '@').replace(" ", ""))
                .isEqualTo(prompt.replace(" ", ""));
        assertThat(rig.posted())
                .hasSizeGreaterThan(2)
                .allSatisfy(part -> assertThat(part.text()).doesNotContain("\uFFFD"));
    }

    @Test
    void the_words_under_a_picture_go_on_in_a_message_of_their_own_where_they_are_too_many() throws Exception {
        String words = IntStream.range(0, 400).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        post(new OutgoingPost(
                words,
                picture(png(64, 64), false, null).attachments(),
                List.of(new Button("r.1", "Reroll")),
                null,
                null));

        assertThat(rig.posted().stream().map(Posted::text).collect(Collectors.joining(" ")))
                .contains("word0 word1")
                .contains("word399");
        assertThat(rig.posted()).filteredOn(p -> p.file() != null).hasSize(1);
    }

    @Test
    void the_longest_id_of_a_button_comes_back_whole_from_the_topic_of_the_greatest_number() throws Exception {
        int topic = 999_999_999;
        rig.api().methods().topic(Rig.GROUP, topic);
        ChannelRef there = new ChannelRef(Telegram.ID, Rig.GROUP + "/" + topic);
        String id = "x".repeat(telegram.capabilities(there).buttonId().max());
        MessageRef sent =
                telegram.send(there, new PlannedMessage("Here", List.of(), List.of(new Button(id, "One")), null, null));

        rig.person(11, "Jo")
                .in(topic)
                .pressOld(
                        Integer.parseInt(sent.id()),
                        rig.posted().get(0).buttons().get(0).get(1));

        ButtonPressed pressed = heard.first(ButtonPressed.class);
        assertThat(pressed.buttonId()).isEqualTo(id);
        assertThat(pressed.place().channel()).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"9000, 1200", "2100, 100", "100, 2100"})
    void a_picture_of_a_shape_that_photos_may_not_have_goes_as_a_document(int width, int height) throws Exception {
        byte[] bytes = png(width, height);
        telegram.send(GROUP, picture(bytes, false, null));

        assertThat(rig.api().calls("sendPhoto")).isEmpty();
        assertThat(rig.posted().get(0).kind()).isEqualTo("document");
        assertThat(Objects.requireNonNull(rig.posted().get(0).file()).bytes()).isEqualTo(bytes);
        assertThat(rig.posted().get(0).buttons()).hasSize(2);
    }

    @Test
    void a_photo_that_telegram_will_not_process_goes_as_a_document() throws Exception {
        rig.api().fail("sendPhoto", Fault.of(Refusal.badRequest("IMAGE_PROCESS_FAILED")));

        telegram.send(GROUP, picture(png(64, 64), false, null));

        assertThat(rig.posted()).extracting(Posted::kind).containsExactly("document");
    }

    @Test
    void a_long_text_is_split_without_loss() throws Exception {
        String prompt = IntStream.range(0, 2000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        for (PlannedMessage part : new MessagePlanner()
                .plan(OutgoingPost.text(prompt), telegram.capabilities(GROUP))
                .messages()) {
            telegram.send(GROUP, part);
        }

        assertThat(rig.posted().stream().map(Posted::text).collect(Collectors.joining(" ")))
                .isEqualTo(prompt);
        assertThat(rig.posted().size()).isGreaterThan(1);
    }

    @Test
    void a_spoiler_that_must_go_as_a_document_says_so_in_its_name() throws Exception {
        telegram.send(GROUP, picture(png(3000, 100), true, null));

        assertThat(Objects.requireNonNull(rig.posted().get(0).file()).name()).isEqualTo("SPOILER_scene.png");
    }
}
