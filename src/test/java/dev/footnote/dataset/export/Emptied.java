package dev.footnote.dataset.export;

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
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.metamodel.Metamodel;

/** A database without records, and the files of a folder. */
final class Emptied {

    private Emptied() {
    }

    /** Takes all records away, so that the next ones are numbered from 1. */
    static void empty(Database database, Metamodel metamodel) throws SQLException {
        List<EntityColumns> allColumns = new ArrayList<>(DatasetReader.allColumns(metamodel));
        Collections.reverse(allColumns);
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM citation");
            for (EntityColumns entityColumns : allColumns) {
                statement.execute("DELETE FROM " + entityColumns.entityType().table());
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
