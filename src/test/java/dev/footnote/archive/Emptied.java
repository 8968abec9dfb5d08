package dev.footnote.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.footnote.database.Database;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Contents;
import dev.footnote.graph.Graph;

/** A database without records, and the files of a folder. */
final class Emptied {

    private Emptied() {
    }

    /** Takes all records away, so that the next ones are numbered from 1. */
    static void empty(Database database, Graph graph) throws SQLException {
        List<Carrier> carriers = new ArrayList<>(Contents.carriers(graph));
        Collections.reverse(carriers);
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM citation");
            for (Carrier carrier : carriers) {
                statement.execute("DELETE FROM " + carrier.noun().table());
            }
            statement.execute("DELETE FROM dataset");
            statement.execute("UPDATE revision SET version = '" + java.util.UUID.randomUUID() + "'");
        }
    }

    static Map<String, String> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, String> texts = new TreeMap<>();
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
