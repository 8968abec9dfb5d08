package dev.footnote.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The start script sets the heap size and passes on all arguments. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {

    @TempDir
    Path folder;

    /** A Java that says what it was started with. */
    @BeforeEach
    void java() throws Exception {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nfor one in \"$@\"; do echo \"$one\"; done\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.createFile(Files.createDirectories(folder.resolve("app")).resolve("quarkus-run.jar"));
    }

    @Test
    void every_command_has_its_own_heap_size() throws Exception {
        assertThat(run(Map.of())).contains("-Xmx512m").endsWith(jar());
        assertThat(run(Map.of(), "serve", "--port", "0")).contains("-Xmx512m").endsWith(jar(), "serve", "--port", "0");
        for (String verb : FootnoteCommand.line().getSubcommands().keySet()) {
            assertThat(run(Map.of(), verb)).contains(verb.equals("serve") ? "-Xmx512m" : "-Xmx256m");
        }
        assertThat(run(Map.of("FOOTNOTE_HEAP", "2g"), "check", "a folder")).contains("-Xmx2g")
                .endsWith(jar(), "check", "a folder");
    }

    @Test
    void a_missing_build_is_reported() throws Exception {
        Path alone = Files.copy(Path.of("bin/footnote"),
                Files.createDirectories(folder.resolve("alone/bin")).resolve("footnote"));
        assertThat(lines(alone, Map.of("FOOTNOTE_APP", ""))).first().asString().startsWith("Footnote is not built yet");
    }

    private String jar() {
        return folder.resolve("app/quarkus-run.jar").toString();
    }

    private List<String> run(Map<String, String> settings, String... arguments) throws Exception {
        Map<String, String> all = new HashMap<>(settings);
        all.put("FOOTNOTE_APP", folder.resolve("app").toString());
        return lines(Path.of("bin/footnote"), all, arguments);
    }

    private List<String> lines(Path script, Map<String, String> settings, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of("sh", script.toString()), Stream.of(arguments))
                .toList()).redirectErrorStream(true).redirectInput(new File("/dev/null"));
        builder.environment().putAll(settings);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return text.lines().toList();
    }
}
