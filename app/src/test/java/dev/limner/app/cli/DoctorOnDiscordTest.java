package dev.limner.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.limner.app.StartException;
import dev.limner.discord.loopback.Discordia;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code limner doctor} says of a bot on Discord. */
class DoctorOnDiscordTest {
    private static final long ATTACH_FILES = 1L << 15;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Discordia world;

    @BeforeEach
    void open() throws Exception {
        world = Discordia.open();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void a_bot_that_can_work_is_well_and_its_invitation_is_there() {
        assertThat(doctor(Discordia.TOKEN)).isZero();

        assertThat(said())
                .contains("ok     discord", "may read what is written", "servers: 1")
                .contains("scope=bot+applications.commands&permissions=274878008320")
                .doesNotContain("fix:");
    }

    @Test
    void a_missing_intent_is_a_fault_with_its_fix() {
        world.withholdContent();

        assertThat(doctor(Discordia.TOKEN)).isEqualTo(1);

        assertThat(said()).contains("FAULT  discord", "fix: turn on Message Content Intent in the developer portal");
    }

    @Test
    void a_missing_permission_is_named_with_its_server_and_its_fix() {
        world.rights().take(ATTACH_FILES);

        doctor(Discordia.TOKEN);

        assertThat(said()).contains("in Town it lacks Attach Files", "fix: give its role these permissions in Town");
    }

    @Test
    void a_wrong_token_is_a_fault_with_its_fix_and_is_not_repeated() {
        assertThat(doctor("wrong.token.9")).isEqualTo(1);

        assertThat(said())
                .contains("FAULT  discord", "DISCORD_TOKEN", "copy it anew")
                .doesNotContain("wrong.token.9");
    }

    private int doctor(String token) {
        PrintStream to = new PrintStream(out, true, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of(
                "WEBCHAT_PORT",
                "off",
                "DISCORD_TOKEN",
                token,
                "DISCORD_API_URL",
                world.api().toString());
        return new CommandLineTool(folder, environment, to, to, false, configuration -> {
                    throw new StartException("not to be started", null);
                })
                .run("doctor");
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
