package dev.footnote.explorer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Nu HTML checker. It runs in a process of its own, because its libraries do not fit into the class loaders of the tests.
 */
final class HtmlValidator {

    private static final Pattern FILE = Pattern.compile("\"[^\"]*/(\\d+)\\.html\"");

    private HtmlValidator() {
    }

    /**
     * What makes pages invalid, each with its path and its line.
     *
     * @param pages by their paths
     * @param folder an empty one
     */
    static List<String> faults(Map<String, String> pages, Path folder) throws IOException, InterruptedException {
        List<String> paths = List.copyOf(pages.keySet());
        for (int i = 0; i < paths.size(); i++) {
            Files.writeString(folder.resolve(i + ".html"), pages.get(paths.get(i)));
        }
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", classes, "nu.validator.client.SimpleCommandLineValidator", "--errors-only",
                folder.toString()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        List<String> faults = output.lines().filter(line -> FILE.matcher(line).find()).map(
                line -> FILE.matcher(line)
                        .replaceFirst(file -> Matcher.quoteReplacement(paths.get(Integer.parseInt(file.group(1))))))
                .toList();
        if (process.waitFor() != 0 && faults.isEmpty()) {
            throw new IllegalStateException("The validator failed: " + output);
        }
        return faults;
    }
}
