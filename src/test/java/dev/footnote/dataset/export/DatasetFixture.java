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
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import dev.footnote.database.Database;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.importer.DatasetImporter;
import dev.footnote.dataset.importer.ImportResult;
import dev.footnote.dataset.output.OutputTarget;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.metamodel.Metamodel;

/** Imports datasets into the database of a test, and exports what it holds. */
@Singleton
class DatasetFixture {

    private final DatasetExporter exporter;
    private final DatasetImporter importer;
    private final Database database;
    private final Metamodel metamodel;

    DatasetFixture(DatasetExporter exporter, DatasetImporter importer, Database database, Metamodel metamodel) {
        this.exporter = exporter;
        this.importer = importer;
        this.database = database;
        this.metamodel = metamodel;
    }

    /** Imports a dataset in place of all records; its own are numbered from 1. */
    ImportResult replaceBy(Path dataset) throws SQLException {
        empty();
        return update(dataset);
    }

    /** @param dataset null for the one that ships */
    ImportResult update(Path dataset) {
        return importer.take(dataset, ProgressListener.NONE);
    }

    ExportSummary export(DatasetFormat format, OutputTarget target) throws IOException {
        return export(format, target, ProgressListener.NONE);
    }

    ExportSummary export(DatasetFormat format, OutputTarget target, ProgressListener progress) throws IOException {
        return exporter.write(format, target, progress);
    }

    private void empty() throws SQLException {
        List<EntityColumns> allColumns = new ArrayList<>(DatasetReader.allColumns(metamodel));
        Collections.reverse(allColumns);
        try (Connection connection = database.source().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM citation");
            for (EntityColumns entityColumns : allColumns) {
                statement.execute("DELETE FROM " + entityColumns.entityType().table());
            }
            statement.execute("DELETE FROM dataset");
            statement.execute("UPDATE revision SET version = '" + UUID.randomUUID() + "'");
        }
    }

    /** The files of a folder, by name. */
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
