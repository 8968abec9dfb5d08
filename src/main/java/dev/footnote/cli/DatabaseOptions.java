package dev.footnote.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import dev.footnote.database.Dialect;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Option that selects the database. */
@Command
final class DatabaseOptions {

    private static final String KEY = "footnote.database.url";
    private static final String MEMORY = "jdbc:h2:mem:";
    private static final String H2 = "jdbc:h2:";
    private static final String IN_FILE = "file:";
    private static final String FILE_ADDRESS = H2 + IN_FILE;
    private static final String FILE = ".mv.db";
    /** Settings file in the folder from which the application is started. */
    private static final Path BESIDE = Path.of("config", "application.properties");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--database", paramLabel = "WHERE", description = {
            "The database: a file such as ./facts, which is created if it does not exist,"
                    + " or a JDBC URL of H2 or PostgreSQL. Default: the setting " + KEY + "." })
    private String where;

    boolean isGiven() {
        return where != null;
    }

    /** Configures the application to use the selected database. */
    void settle() {
        if (where != null) {
            System.setProperty(KEY, address());
        }
        try {
            configured().ifPresent(Dialect::of);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        // H2 creates missing folders, so a mistyped path would look like an empty database
        folder().filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder
                    + " for the database file. Create the folder, or correct the path.");
        });
    }

    /** Folder of the H2 database file, for any form of H2 URL; empty for other databases. */
    private Optional<Path> folder() {
        return configured().filter(url -> url.startsWith(H2)).map(url -> url.substring(H2.length()).split(";")[0])
                .map(path -> path.startsWith(IN_FILE) ? path.substring(IN_FILE.length()) : path)
                .filter(path -> !path.matches("[A-Za-z0-9]{2,}:.*"))
                .map(path -> path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path)
                .map(path -> Path.of(path).toAbsolutePath().normalize().getParent());
    }

    /** Like {@link #settle}, but refuses a database that is lost when the process ends. */
    void settleLasting(String verb) {
        settle();
        if (configured().filter(url -> !url.startsWith(MEMORY)).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "To " + verb + " needs a persistent database; without"
                    + " --database it is in the memory of this process. Name a file, such as --database ./facts, or the"
                    + " JDBC address of a PostgreSQL.");
        }
    }

    /** Like {@link #settle}, but requires an existing H2 database file, and returns it. */
    Path existing() {
        settle();
        return file().filter(Files::exists).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "Name an existing H2 database file, such as --database ./facts. Back up a PostgreSQL database with pg_dump."));
    }

    /** Configures a temporary database. */
    static void settle(Path scratch) {
        System.setProperty(KEY, FILE_ADDRESS + scratch.toAbsolutePath());
    }

    /** The H2 database file, if there is one. H2 adds its own extension to the name. */
    Optional<Path> file() {
        return configured().filter(url -> url.startsWith(FILE_ADDRESS))
                .map(url -> Path.of(url.substring(FILE_ADDRESS.length()).split(";")[0] + FILE));
    }

    private String address() {
        if (where.startsWith("jdbc:")) {
            return where;
        }
        if (where.contains(";") || where.contains("://")) {
            // H2 would read the text after a semicolon as settings
            throw new ParameterException(spec.commandLine(), "--database is neither a file nor a JDBC address. A file has"
                    + " no semicolon in its name; a JDBC address begins with jdbc:h2: or jdbc:postgresql:.");
        }
        Path file = Path.of(where).toAbsolutePath().normalize();
        String name = file.toString();
        return FILE_ADDRESS + (name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name);
    }

    /**
     * The database URL as the application will read it. It is read in advance, because starting the application only to refuse
     * takes seconds.
     */
    private static Optional<String> configured() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors().addSystemSources()
                .withSources(new DotEnvConfigSourceProvider());
        try {
            if (Files.exists(BESIDE)) {
                builder.withSources(new PropertiesConfigSource(BESIDE.toUri().toURL()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(BESIDE + " cannot be read", e);
        }
        return builder.build().getOptionalValue(KEY, String.class);
    }
}
