package dev.footnote.command;

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

/** Where the dataset lives, as the command line says it. */
@Command
final class Home {

    private static final String KEY = "footnote.database.url";
    private static final String MEMORY = "jdbc:h2:mem:";
    private static final String H2 = "jdbc:h2:";
    private static final String IN_FILE = "file:";
    private static final String FILE_ADDRESS = H2 + IN_FILE;
    private static final String FILE = ".mv.db";
    /** Settings that stand beside the application, in the folder that it is started in. */
    private static final Path BESIDE = Path.of("config", "application.properties");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--database", paramLabel = "WHERE", description = {
            "Where the dataset lives: a file such as ./facts, which is made where there is none,"
                    + " or a JDBC address of H2 or PostgreSQL. Otherwise the setting " + KEY + " says so." })
    private String where;

    boolean isGiven() {
        return where != null;
    }

    /** Has the application use it. */
    void settle() {
        if (where != null) {
            System.setProperty(KEY, address());
        }
        try {
            configured().ifPresent(Dialect::of);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
        // because H2 makes every folder that is missing, and a path that was mistyped would look like an empty database
        folder().filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new ParameterException(spec.commandLine(), "There is no folder " + folder
                    + " for the file of the database. Make the folder, or correct the path.");
        });
    }

    /** The folder of the file, where it is one, by whichever address of H2. */
    private Optional<Path> folder() {
        return configured().filter(url -> url.startsWith(H2)).map(url -> url.substring(H2.length()).split(";")[0])
                .map(path -> path.startsWith(IN_FILE) ? path.substring(IN_FILE.length()) : path)
                .filter(path -> !path.matches("[A-Za-z0-9]{2,}:.*"))
                .map(path -> path.startsWith("~") ? System.getProperty("user.home") + path.substring(1) : path)
                .map(path -> Path.of(path).toAbsolutePath().normalize().getParent());
    }

    /** As {@link #settle}, for what would be lost with a database that ends with its process. */
    void settleLasting(String verb) {
        settle();
        if (configured().filter(url -> !url.startsWith(MEMORY)).isEmpty()) {
            throw new ParameterException(spec.commandLine(), "To " + verb + " needs a database that lasts, and without"
                    + " --database it is in the memory of this process. Name a file, such as --database ./facts, or the"
                    + " JDBC address of a PostgreSQL.");
        }
    }

    /** As {@link #settle}, for what only a file that is there has. */
    Path existing() {
        settle();
        return file().filter(Files::exists).orElseThrow(() -> new ParameterException(spec.commandLine(),
                "Name the file of an H2 that is there, such as --database ./facts. A PostgreSQL is backed up by pg_dump."));
    }

    /** Puts it where nothing is kept. */
    static void settle(Path scratch) {
        System.setProperty(KEY, FILE_ADDRESS + scratch.toAbsolutePath());
    }

    /** The file, where it is one; H2 puts its own ending behind the name. */
    Optional<Path> file() {
        return configured().filter(url -> url.startsWith(FILE_ADDRESS))
                .map(url -> Path.of(url.substring(FILE_ADDRESS.length()).split(";")[0] + FILE));
    }

    private String address() {
        if (where.startsWith("jdbc:")) {
            return where;
        }
        if (where.contains(";") || where.contains("://")) {
            // because what stands behind a semicolon would be taken for settings of H2
            throw new ParameterException(spec.commandLine(), "--database is neither a file nor a JDBC address. A file has"
                    + " no semicolon in its name; a JDBC address begins with jdbc:h2: or jdbc:postgresql:.");
        }
        Path file = Path.of(where).toAbsolutePath().normalize();
        String name = file.toString();
        return FILE_ADDRESS + (name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name);
    }

    /** As the application will find it; read beforehand, because starting it only to refuse takes seconds. */
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
