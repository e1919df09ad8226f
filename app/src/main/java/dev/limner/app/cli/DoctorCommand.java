package dev.limner.app.cli;

import dev.limner.app.Backends;
import dev.limner.app.DiscordAccess;
import dev.limner.app.Prompting;
import dev.limner.app.config.BackendEntry;
import dev.limner.app.config.Configuration;
import dev.limner.app.config.ConfigurationException;
import dev.limner.app.config.DiscordConnection;
import dev.limner.app.config.EncoderFiles;
import dev.limner.app.config.ImageSettings;
import dev.limner.app.config.TelegramSettings;
import dev.limner.app.monitor.MonitorSettings;
import dev.limner.discord.DiscordDiagnosis;
import dev.limner.gateway.GatewaySettings;
import dev.limner.http.Http;
import dev.limner.image.Diagnosis;
import dev.limner.image.ImageBackend;
import dev.limner.image.JobBook;
import dev.limner.image.ListedFindings;
import dev.limner.telegram.TelegramCheck;
import dev.limner.telegram.api.BotAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code limner doctor}: a table of what is well and what is not, and for each fault the fix. */
@Command(name = "doctor", description = "Check configuration, database and image servers; name the fix for each fault.")
final class DoctorCommand implements Callable<Integer> {
    private static final int SUBJECT_WIDTH = 16;
    private static final String CONFIGURATION = "configuration";

    private final Shell shell;

    DoctorCommand(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        List<Check> checks = checks();
        checks.forEach(this::print);
        long faults = checks.stream().filter(check -> !check.well()).count();
        shell.out().println(faults == 0 ? "All is well." : faults + (faults == 1 ? " fault." : " faults."));
        if (checks.stream().anyMatch(check -> !check.well() && check.subject().equals(CONFIGURATION))) {
            return CommandLineTool.WRONG_USAGE;
        }
        return faults == 0 ? CommandLineTool.DONE : CommandLineTool.COULD_NOT;
    }

    private List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        try {
            Configuration configuration = shell.configuration();
            checks.add(runnable(configuration));
            checks.add(HostChecks.space(configuration.data()));
            Check database = HostChecks.database(configuration.data());
            boolean running = HostChecks.isRunning(database);
            checks.add(database);
            checks.add(HostChecks.webChat(configuration.webchatPort(), running));
            checks.addAll(machines(configuration, running));
            DiscordConnection discord = configuration.discord();
            if (discord != null) {
                checks.add(discord(discord));
            }
            checks.addAll(telegram(configuration));
            for (BackendEntry entry : configuration.image().backends()) {
                checks.add(backend(entry, configuration.image()));
            }
        } catch (ConfigurationException e) {
            checks.add(malformed(e));
        }
        return checks;
    }

    private static Check runnable(Configuration configuration) {
        try {
            configuration.requireRunnable();
            var readable = Prompting.composer(configuration);
        } catch (ConfigurationException e) {
            return malformed(e);
        }
        List<String> findings = new ArrayList<>(List.of("can be read"));
        EncoderFiles encoders = configuration.encoders();
        if (!encoders.tokenizers().isEmpty()) {
            findings.add("tokens counted exactly for: " + encoders.named());
        }
        findings.addAll(configuration.notices());
        return new Check(CONFIGURATION, true, findings, List.of());
    }

    /** The message of such an exception names the fix itself. */
    private static Check malformed(ConfigurationException e) {
        return new Check(CONFIGURATION, false, List.of(String.valueOf(e.getMessage())), List.of());
    }

    /** What other programs are to reach. */
    private static List<Check> machines(Configuration configuration, boolean running) {
        List<Check> checks = new ArrayList<>();
        GatewaySettings gateway = configuration.gateway();
        if (gateway != null) {
            checks.add(HostChecks.port("gateway", "GATEWAY_PORT", gateway.host(), gateway.port(), running));
        }
        MonitorSettings monitor = configuration.monitor();
        if (monitor != null) {
            checks.add(HostChecks.port("metrics", "METRICS_PORT", monitor.host(), monitor.port(), running));
        }
        return checks;
    }

    private static Check discord(DiscordConnection connection) {
        DiscordDiagnosis diagnosis = DiscordDiagnosis.of(DiscordAccess.settings(connection));
        return new Check("discord", diagnosis.works(), diagnosis.findings(), diagnosis.fixes());
    }

    private static List<Check> telegram(Configuration configuration) {
        TelegramSettings settings = configuration.telegram();
        if (settings == null) {
            return List.of();
        }
        TelegramCheck.Finding found =
                TelegramCheck.of(new BotAddress(settings.api(), settings.token().reveal()));
        return List.of(new Check("telegram", found.fixes().isEmpty(), found.findings(), found.fixes()));
    }

    private static Check backend(BackendEntry entry, ImageSettings settings) {
        try (ImageBackend backend =
                Backends.of(entry, settings, () -> Http.client().build(), JobBook.NONE)) {
            Diagnosis diagnosis = backend.diagnose();
            List<String> findings = new ArrayList<>(List.of(entry.label()));
            findings.addAll(diagnosis.findings());
            if (diagnosis.works()) {
                findings.addAll(ListedFindings.of(backend, settings.networks()));
            }
            return new Check("image server", diagnosis.works(), findings, diagnosis.fixes());
        }
    }

    private void print(Check check) {
        String lead = (check.well() ? "ok     " : "FAULT  ") + check.subject();
        for (String finding : check.findings()) {
            row(lead, finding);
            lead = "";
        }
        check.fixes().forEach(fix -> row("", "fix: " + fix));
    }

    private void row(String lead, String text) {
        String pad = " ".repeat(Math.max(1, SUBJECT_WIDTH + 7 - lead.length()));
        shell.out().println(lead + pad + text.replaceAll("\\p{Cntrl}+", " "));
    }
}
