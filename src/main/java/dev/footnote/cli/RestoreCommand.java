package dev.footnote.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import dev.footnote.cli.output.ExitCode;
import dev.footnote.cli.output.StandardOptions;
import dev.footnote.cli.output.VersionProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Restores an H2 database file from a backup. */
@Command(name = "restore", versionProvider = VersionProvider.class, description = {
        "Restores an H2 database file from a backup. Nothing is overwritten: if the file exists,"
                + " stop its server and move the file away.",
        "",
        "Restore a PostgreSQL database with pg_restore or psql." }, footer = { "", "Example:",
                "  footnote restore facts-backup.zip --database ./facts" })
final class RestoreCommand implements Callable<Integer> {

    private static final String FILE = ".mv.db";

    @Mixin
    private StandardOptions defaultValue;

    @Mixin
    private DatabaseOptions home;

    @Parameters(paramLabel = "ZIP", description = "The zip that backup wrote.")
    private Path zip;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        home.settleLasting("restore");
        Path file = home.file().orElseThrow(() -> misuse("Only an H2 database file can be restored. Restore a PostgreSQL"
                + " database with pg_restore."));
        if (Files.exists(file)) {
            throw misuse(file + " already exists. Nothing is overwritten: move it away, or name another --database.");
        }
        if (!Files.isRegularFile(zip)) {
            throw misuse("There is no " + zip + ".");
        }
        unpack(file);
        spec.commandLine().getOut().println("Restored " + file + ". Serve it with footnote serve --database.");
        spec.commandLine().getOut().flush();
        return ExitCode.DONE;
    }

    /** Unpacks to a temporary name first, so that an incomplete file does not look like a complete one. */
    private void unpack(Path file) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try (Closeable rest = () -> Files.deleteIfExists(part); ZipFile packed = new ZipFile(zip.toFile())) {
            List<? extends ZipEntry> files = packed.stream().filter(entry -> entry.getName().endsWith(FILE)).toList();
            if (files.size() != 1) {
                throw misuse(zip + " is not a backup: it must contain exactly one H2 database file.");
            }
            Files.createDirectories(file.getParent());
            try (InputStream in = packed.getInputStream(files.get(0))) {
                Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private ParameterException misuse(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
