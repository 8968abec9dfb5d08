package dev.footnote.dataset.importer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.dataset.datapackage.*;
import dev.footnote.dataset.storage.ResourceDescriptor;
import dev.footnote.metamodel.Metamodel;

/** Detects a package that was not written for Footnote by its header lines, before each row is reported as an error. */
record ForeignPackageDetector(Metamodel metamodel, DatasetFolder folder, DataPackageDescriptor descriptor,
        DatasetProblems problems) {

    private static final String CURE = "Most of these files have names or columns that Footnote does not know. Write a"
            + " mapping, put it next to the files as footnote.json or pass it with --mapping; see docs/mapping.md. Only"
            + " the header lines were read.";

    /** Reports unknown resources and columns if most resources have them. */
    void check() throws IOException {
        List<DatasetProblem> unknown = new ArrayList<>();
        List<String> known = DatasetReader.resources(metamodel);
        known.add(DatasetReader.DELETIONS);
        int count = 0;
        for (ResourceDescriptor resource : descriptor.resources().values()) {
            String name = resource.name().toLowerCase(Locale.ROOT);
            List<DatasetProblem> found = known.contains(name) ? columns(name, resource)
                    : List.of(new DatasetProblem(where(resource), 0, 0,
                            "The resource \"" + resource.name() + "\" is unknown to Footnote. It knows "
                                    + String.join(", ", DatasetReader.resources(metamodel)) + "."));
            unknown.addAll(found);
            count += found.isEmpty() ? 0 : 1;
        }
        if (2 * count > descriptor.resources().size()) {
            unknown.forEach(problems::add);
            problems.add(folder.has(DataPackageDescriptor.FILE) ? DataPackageDescriptor.FILE : unknown.get(0).file(), 0, 0,
                    CURE);
        }
    }

    private String where(ResourceDescriptor resource) {
        return folder.has(DataPackageDescriptor.FILE) ? DataPackageDescriptor.FILE : resource.files().get(0);
    }

    /** Problems of a table whose columns are mostly unknown. */
    private List<DatasetProblem> columns(String name, ResourceDescriptor resource) throws IOException {
        EntityColumns entityColumns = DatasetReader.allColumns(metamodel).stream()
                .filter(one -> one.entityType().resource().equals(name))
                .findFirst()
                .orElse(null);
        List<String> needed = entityColumns != null ? entityColumns.needed()
                : name.equals(DatasetReader.DELETIONS) ? List.of(DatasetReader.RECORD) : DatasetReader.NEEDED_OF_CITATIONS;
        List<String> known = entityColumns != null ? entityColumns.headers()
                : name.equals(DatasetReader.DELETIONS) ? List.of(DatasetReader.RECORD) : DatasetReader.CITATIONS;
        List<DatasetProblem> problems = new ArrayList<>();
        Map<String, List<String>> files = new CsvTableReader(folder, resource, 0, new DatasetProblems()).columns();
        files.forEach((file, columns) -> {
            List<String> lost = needed.stream().filter(column -> !columns.contains(column)).toList();
            List<String> more = columns.stream().filter(column -> !known.contains(column)).toList();
            if (!lost.isEmpty() && 2 * more.size() > columns.size() && columns.size() > 1) {
                problems.add(new DatasetProblem(file, 1, 0,
                        "The file lacks " + String.join(", ", lost) + ", and has " + String.join(", ",
                                more) + ", which " + name + " has not."));
            }
        });
        return problems;
    }
}
