package dev.footnote.dataset.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.dataset.datapackage.*;
import dev.footnote.dataset.storage.ResourceDescriptor;
import dev.footnote.dataset.tableschema.TableKey;
import dev.footnote.domain.source.Source;
import dev.footnote.metamodel.Metamodel;

/**
 * Checks the keys that schemas declare: they must be unique, and foreign keys must refer to existing rows.
 *
 * @param foreign whether the package is not written for Footnote: then all keys are checked here, and violations are only
 *        warnings
 */
record KeyConstraintCheck(Metamodel metamodel, DatasetFolder folder, DataPackageDescriptor descriptor, boolean foreign,
        DatasetProblems problems) {

    void check() throws IOException {
        Map<String, SeenHashes> targets = new HashMap<>();
        for (ResourceDescriptor resource : descriptor.resources().values()) {
            List<TableKey> keys = resource.schema().keys().stream().filter(key -> foreign || !known(resource.name(), key))
                    .toList();
            if (!keys.isEmpty()) {
                for (TableKey key : keys) {
                    target(resource, key, targets);
                }
                check(resource, keys, targets);
            }
        }
    }

    /** Whether a key is checked elsewhere: the id, or a reference to a record by its id. */
    private boolean known(String resource, TableKey key) {
        EntityColumns entityColumns = DatasetReader.allColumns(metamodel).stream()
                .filter(one -> one.entityType().resource().equals(resource))
                .findFirst()
                .orElse(null);
        if (!key.isForeign()) {
            return entityColumns != null && key.fields().equals(List.of(EntityColumns.ID));
        }
        if (!key.target().equals(List.of(EntityColumns.ID)) || key.fields().size() != 1) {
            return false;
        }
        String field = key.fields().get(0);
        String named = key.resource().isEmpty() ? resource : key.resource();
        return field.equals("source") && named.equals(metamodel.entityType(Source.class).resource())
                || entityColumns != null && entityColumns.columns().stream().anyMatch(column -> column.header().equals(field)
                        && column.target() != null && metamodel.entityType(column.target()).resource().equals(named));
    }

    private static String name(String resource, List<String> fields) {
        return resource + "\n" + String.join("\n", fields);
    }

    /** Reads the rows that a foreign key refers to. */
    private void target(ResourceDescriptor resource, TableKey key, Map<String, SeenHashes> targets) throws IOException {
        if (!key.isForeign()) {
            return;
        }
        ResourceDescriptor named = key.resource().isEmpty() ? resource : descriptor.resources().get(key.resource());
        String target = name(named == null ? "" : named.name(), key.target());
        if (named == null) {
            problems.add(DataPackageDescriptor.FILE, 0, 0,
                    "The resource \"" + resource.name() + "\" has a foreign key to \"" + key.resource()
                            + "\", and there is no such resource. Correct it.");
        } else if (!targets.containsKey(target)) {
            SeenHashes hashes = new SeenHashes();
            targets.put(target, hashes);
            new CsvTableReader(folder, named, 0, new DatasetProblems()).read(null, List.of(),
                    line -> hashes.add(text(line, key.target())));
        }
    }

    private void check(ResourceDescriptor resource, List<TableKey> keys, Map<String, SeenHashes> targets) throws IOException {
        List<SeenHashes> met = new ArrayList<>();
        keys.forEach(key -> met.add(new SeenHashes()));
        CsvTableReader table = new CsvTableReader(folder, resource, 0, new DatasetProblems());
        table.read(null, List.of(), line -> {
            for (int i = 0; i < keys.size(); i++) {
                String problem = problem(resource, keys.get(i), line, met.get(i), targets);
                if (problem != null) {
                    tell(table, line, empty(line, keys.get(i)), problem);
                }
            }
        });
    }

    /** The first empty field, or the first of all. */
    private static String empty(SourceRecord line, TableKey key) {
        return key.fields().stream().filter(field -> line.cell(field) == null).findFirst().orElse(key.fields().get(0));
    }

    private static String problem(ResourceDescriptor resource, TableKey key, SourceRecord line, SeenHashes met,
            Map<String, SeenHashes> targets) {
        String text = text(line, key.fields());
        String what = String.join(", ", key.fields());
        if (text == null) {
            return key.needed() ? "The cell is empty, but by the schema it is part of the key " + what + "." : null;
        }
        if (!key.isForeign()) {
            return met.add(text) ? null : "Another line has the same " + what + ", which must be unique by the schema.";
        }
        SeenHashes target = targets.get(name(key.resource().isEmpty() ? resource.name() : key.resource(), key.target()));
        return target == null || target.has(text) ? null
                : "No line of " + (key.resource().isEmpty() ? resource.name() : key.resource()) + " has this "
                        + String.join(", ", key.target()) + ", which the schema requires.";
    }

    private void tell(CsvTableReader table, SourceRecord line, String field, String message) {
        DatasetProblem problem = table.problem(RecordSource.Place.of(line.place()), field, line.cell(field), message);
        if (foreign) {
            problems.warn(problem);
        } else {
            problems.add(problem);
        }
    }

    /** @return null if any of the cells is empty */
    private static String text(SourceRecord line, List<String> fields) {
        StringBuilder text = new StringBuilder();
        for (String field : fields) {
            String cell = line.cell(field);
            if (cell == null) {
                return null;
            }
            text.append(cell).append('\0');
        }
        return text.toString();
    }
}
