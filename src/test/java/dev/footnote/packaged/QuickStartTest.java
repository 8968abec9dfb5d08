package dev.footnote.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The quick start of docs/dataset.md, run block by block in an empty folder. */
class QuickStartTest {

    private static final Pattern BLOCK = Pattern.compile("```shell walk\\R(.*?)```", Pattern.DOTALL);
    private static final String SERVE = "footnote serve";

    @TempDir
    Path folder;

    @Test
    void every_command_of_the_walk_works_as_it_is_written() throws Exception {
        List<String> blocks = BLOCK.matcher(Files.readString(Path.of("docs/dataset.md"))).results()
                .map(block -> block.group(1)).toList();
        assertThat(blocks).hasSizeGreaterThan(6).anyMatch(block -> block.startsWith(SERVE));
        int port = free();
        Process server = null;
        try {
            StringBuilder told = new StringBuilder();
            for (String block : blocks) {
                String here = block.replace("localhost:8080", "localhost:" + port);
                if (block.startsWith(SERVE)) {
                    server = shell(here.strip() + " --port " + port + " --management-port 0");
                    ready(port);
                } else {
                    told.append(run(here));
                }
            }
            assertThat(told).contains("Made my-facts.", "No faults in my-facts", "Imported my-facts in ",
                    "{\"name\":\"Grace Example\",\"citations\":{\"nodes\":[{\"locator\":\"page 12\",\"source\":"
                            + "{\"title\":\"The handbook\"}}]}}",
                    "grace-example,Grace Example,Leads the laboratory.");
        } finally {
            if (server != null) {
                server.descendants().forEach(ProcessHandle::destroyForcibly);
                server.destroyForcibly();
            }
        }
    }

    private String run(String block) throws Exception {
        Process process = shell(block);
        String told = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(block + told).isZero();
        return told;
    }

    private Process shell(String block) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String script = "set -e\nfootnote() { \"" + java + "\" -jar \"" + Packaged.JAR
                + "\" \"$@\"; }\n" + block;
        ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile()).redirectErrorStream(true);
        if (block.startsWith(SERVE)) {
            builder.redirectOutput(folder.resolve("server.log").toFile());
        }
        return builder.start();
    }

    private static void ready(int port) throws Exception {
        for (int i = 0; i < 600; i++) {
            try {
                Asked.ask("http://127.0.0.1:" + port, "{ __typename }");
                return;
            } catch (IOException e) {
                Thread.sleep(200);
            }
        }
        throw new AssertionError("The server does not answer");
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
