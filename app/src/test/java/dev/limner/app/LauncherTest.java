package dev.limner.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code limner}, with stand-ins for Java and the build. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "limner");

    @TempDir
    private Path folder;

    private Path project;
    private Path jar;

    private record Run(int status, String out, String err) {}

    @BeforeEach
    void begin() throws IOException {
        project = Files.createDirectories(folder.resolve("a project"));
        jar = project.resolve("app/target/limner.jar");
        executable(project.resolve("limner"), Files.readString(SCRIPT));
        Files.writeString(project.resolve("pom.xml"), "");
        Files.createDirectories(project.resolve("app/src/main"));
        Files.writeString(project.resolve("app/pom.xml"), "");
        executable(project.resolve("mvnw"), """
                #!/bin/sh
                echo built >> builds
                mkdir -p app/target && echo jar > app/target/limner.jar
                """);
    }

    @Test
    void hands_its_arguments_on_and_ends_as_the_program_does() throws Exception {
        jar();

        Run run = run(java("17"), "compose", "a story.json");

        assertThat(run.status()).isEqualTo(7);
        assertThat(run.out()).endsWith("-jar|" + jar.toRealPath() + "|compose|a story.json|\n");
        assertThat(project.resolve("builds")).doesNotExist();
    }

    @Test
    void builds_what_is_missing() throws Exception {
        Run run = run(java("21"), "--version");

        assertThat(run.status()).isEqualTo(7);
        assertThat(run.err()).contains("building");
        assertThat(project.resolve("builds")).exists();
    }

    @Test
    void builds_again_what_is_older_than_its_sources() throws Exception {
        jar();
        Path source = Files.writeString(project.resolve("app/src/main/Limner.java"), "");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));

        run(java("17"), "--version");

        assertThat(project.resolve("builds")).exists();
    }

    @Test
    void an_old_java_cannot_build() throws Exception {
        Run run = run(java("11"), "run");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("is Java 11; Limner needs a JDK 17 or newer");
        assertThat(project.resolve("builds")).doesNotExist();
    }

    @Test
    void a_runtime_without_a_compiler_cannot_build() throws Exception {
        Path java = java("17");
        Files.delete(java.resolve("bin/javac"));

        Run run = run(java, "run");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("has no compiler");
    }

    @Test
    void a_home_without_java_is_named() throws Exception {
        Run run = run(folder.resolve("nowhere"), "run");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("JAVA_HOME is " + folder.resolve("nowhere"));
    }

    @Test
    void a_build_that_fails_is_told_and_nothing_runs() throws Exception {
        executable(project.resolve("mvnw"), "#!/bin/sh\necho 'cannot find symbol'\nexit 1\n");

        Run run = run(java("17"), "run");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("cannot find symbol", "the build failed");
        assertThat(run.out()).isEmpty();
        assertThat(project.resolve(".limner-build")).doesNotExist();
    }

    private void jar() throws IOException {
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "jar");
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(5)));
    }

    /** A Java that says what it is, and what it was asked to run; it has no class archive to offer. */
    private Path java(String version) throws IOException {
        Path home = Files.createDirectories(folder.resolve("java " + version));
        Files.createDirectories(home.resolve("bin"));
        executable(home.resolve("bin/javac"), "#!/bin/sh\n");
        executable(home.resolve("bin/java"), """
                #!/bin/sh
                case "$*" in
                    *-XshowSettings*)
                        echo "    java.home = %s"
                        echo "    java.specification.version = %s"
                        exit 0 ;;
                    *ArchiveClassesAtExit*) exit 0 ;;
                esac
                for each in "$@"; do printf '%%s|' "$each"; done
                echo
                exit 7
                """.formatted(home, version));
        return home;
    }

    private static void executable(Path file, String text) throws IOException {
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(Path javaHome, String... arguments) throws Exception {
        List<String> command = Stream.concat(Stream.of(project.resolve("limner").toString()), Stream.of(arguments))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("JAVA_HOME", javaHome.toString());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }
}
