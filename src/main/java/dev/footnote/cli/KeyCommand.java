package dev.footnote.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import dev.footnote.cli.output.ExitCode;
import dev.footnote.cli.output.StandardOptions;
import dev.footnote.cli.output.VersionProvider;
import dev.footnote.security.ApiKey;
import dev.footnote.security.ApiKeyFile;
import dev.footnote.security.Role;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Adds, lists and removes API keys. */
@Command(name = "key", versionProvider = VersionProvider.class, synopsisSubcommandLabel = "COMMAND", description = {
        "Adds, lists and removes API keys, by which people and programs edit and administer.",
        "", "A running server takes changes up within a second." }, footer = {
                "", "Examples:", "  footnote key add ann --role editor --expires 90d", "  footnote key list",
                "  footnote key remove ann" })
final class KeyCommand {

    @Mixin
    private StandardOptions defaultValue;

    @Spec
    private CommandSpec spec;

    @Option(names = "--file", scope = ScopeType.INHERIT, paramLabel = "FILE", defaultValue = "footnote.keys", description = {
            "The file that stores the keys, as footnote.keys.file of the server; footnote.keys by default." })
    private Path file;

    @Command(name = "add", description = { "Makes a key and prints it, once: only its SHA-256 is stored." })
    int add(@Parameters(paramLabel = "NAME", description = "Who gets the key; the history of edits shows it.") String name,
            @Option(names = "--role", required = true, paramLabel = "ROLE", description = {
                    "reader, editor (may also change records) or admin (may also import, export and back up)." }) String role,
            @Option(names = "--expires", paramLabel = "TIME", description = {
                    "When it ends: a number of days such as 90d, or a moment such as 2030-12-31T00:00:00Z. Never by"
                            + " default." }) String expires)
            throws IOException {
        String key = ApiKey.generate();
        try {
            new ApiKeyFile(file).add(ApiKey.of(key, name, Role.of(role), Optional.ofNullable(expires).map(KeyCommand::moment)));
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(key);
        out.flush();
        PrintWriter err = spec.commandLine().getErr();
        err.println("This is the only time that the key is shown. Send it in the header Authorization: Bearer ...");
        err.flush();
        return ExitCode.DONE;
    }

    @Command(name = "list", description = { "Lists all keys: name, role and when they end." })
    int list() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try {
            for (ApiKey key : new ApiKeyFile(file).read()) {
                String end = key.expires().map(Instant::toString).orElse("never");
                out.println(key.name() + "\t" + key.role().text() + "\t" + end
                        + (key.isExpired(Instant.now()) ? "\texpired" : ""));
            }
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        out.flush();
        return ExitCode.DONE;
    }

    @Command(name = "remove", description = { "Removes a key, which ends at once." })
    int remove(@Parameters(paramLabel = "NAME", description = "The name of the key.") String name) throws IOException {
        try {
            new ApiKeyFile(file).remove(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        return ExitCode.DONE;
    }

    /** A moment, or a number of days from now. */
    private static Instant moment(String text) {
        if (text.matches("\\d{1,5}d")) {
            return Instant.now().plus(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))))
                    .truncatedTo(ChronoUnit.SECONDS);
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + text + "\" is no time. Write a number of days such as 90d, or a moment"
                    + " such as 2030-12-31T00:00:00Z.", e);
        }
    }
}
