package dev.footnote.command;

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

import dev.footnote.terminal.Release;
import dev.footnote.terminal.Status;
import dev.footnote.terminal.Usual;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the file of a database from a backup. */
@Command(name = "restore", versionProvider = Release.class, description = {
        "Makes the file of an H2 from what backup wrote. Nothing is overwritten: where there is a file already,"
                + " move it away, with its server stopped.",
        "",
        "A PostgreSQL is restored by pg_restore or psql." }, footer = { "", "Example:",
                "  footnote restore facts-backup.zip --database ./facts" })
final class Restore implements Callable<Integer> {

    private static final String FILE = ".mv.db";

    @Mixin
    private Usual usual;

    @Mixin
    private Home home;

    @Parameters(paramLabel = "ZIP", description = "The zip that backup wrote.")
    private Path zip;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        home.settleLasting("restore");
        Path file = home.file().orElseThrow(() -> misuse("Only a file of H2 is restored. A PostgreSQL is by pg_restore."));
        if (Files.exists(file)) {
            throw misuse(file + " is there already. Nothing is overwritten: move it away, or name another --database.");
        }
        if (!Files.isRegularFile(zip)) {
            throw misuse("There is no " + zip + ".");
        }
        unpack(file);
        spec.commandLine().getOut().println("Restored " + file + ". Serve it with footnote serve --database.");
        spec.commandLine().getOut().flush();
        return Status.DONE;
    }

    /** Under another name first, because half a file must not look like a whole one. */
    private void unpack(Path file) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try (Closeable rest = () -> Files.deleteIfExists(part); ZipFile packed = new ZipFile(zip.toFile())) {
            List<? extends ZipEntry> files = packed.stream().filter(entry -> entry.getName().endsWith(FILE)).toList();
            if (files.size() != 1) {
                throw misuse(zip + " is no backup: there is not one file of H2 in it.");
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
