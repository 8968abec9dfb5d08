package dev.footnote.dataset.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;

/**
 * Checks that the columns and resources named by a mapping exist on both sides.
 *
 * @param file name of the mapping
 * @param columns columns of the foreign resources
 * @param parts the same columns by file
 * @param known names of our resources
 * @param allColumns columns of our records, by resource
 */
record MappingValidator(String file, DatasetProblems problems, Map<String, List<String>> columns,
        Map<String, Map<String, List<String>>> parts,
        List<String> known,
        Map<String, EntityColumns> allColumns) {

    private static final Expression.Cells NOTHING = new Expression.Cells() {

        @Override
        public String cell(String name) {
            return null;
        }

        @Override
        public String rest() {
            return null;
        }
    };

    void check(Map<String, List<MappingRule>> rules) {
        rules.forEach((resource, own) -> {
            if (known.contains(resource)) {
                own.forEach(rule -> check(resource, rule, allColumns.get(resource)));
            } else {
                own.stream().findFirst().ifPresent(rule -> problem(rule, "\"" + resource
                        + "\" is not one of our resources. They are " + String.join(", ", known) + "."));
            }
        });
    }

    private void problem(MappingRule rule, String message) {
        problems.add(file, rule.place().line(), rule.place().column(), message);
    }

    /** Checks a constant of the mapping, because no row can correct it. */
    private void constant(TableColumn column, Expression.Template template) {
        try {
            String text = template.text(NOTHING);
            if (text != null) {
                column.checked(text);
            }
        } catch (IllegalArgumentException e) {
            problems.add(new DatasetProblem(file, template.line(), template.column(), column.header(), template.text(NOTHING),
                    e.getMessage()));
        }
    }

    private boolean isReference(String header, EntityColumns entityColumns) {
        return entityColumns != null && entityColumns.columns().stream().anyMatch(column -> column.header().equals(header)
                && column.target() != null && Arrays.stream(column.target().getDeclaredFields())
                        .anyMatch(field -> field.getName().equals("name")));
    }

    private void check(String resource, MappingRule rule, EntityColumns entityColumns) {
        List<String> theirs = columns.get(rule.from());
        if (theirs == null) {
            problem(rule, "The package has no resource \"" + rule.from() + "\". It has " + String.join(", ", columns.keySet())
                    + ".");
            return;
        }
        rule.read().stream().filter(name -> !theirs.contains(name)).forEach(name -> problem(rule, "\"" + rule.from()
                + "\" has no column \"" + name + "\". It has " + String.join(", ", theirs) + "."));
        parts.get(rule.from()).forEach((part, own) -> check(rule, part, own));
        List<String> ours = entityColumns != null ? entityColumns.headers()
                : resource.equals(DatasetReader.DELETIONS) ? List.of(DatasetReader.RECORD) : DatasetReader.CITATIONS;
        rule.columns().keySet().stream().filter(header -> !ours.contains(header)).forEach(header -> problem(rule,
                "\"" + resource + "\" has no column \"" + header + "\". It has " + String.join(", ", ours) + "."));
        rule.byName().stream().filter(header -> !isReference(header, entityColumns))
                .forEach(header -> problem(rule, "\"" + header
                        + "\" of \"" + resource + "\" does not refer to a record with a name. Remove \"match\"."));
        if (entityColumns != null) {
            entityColumns.columns().stream().filter(column -> rule.columns().containsKey(column.header()))
                    .forEach(column -> rule.columns().get(column.header()).constants(text -> constant(column, text)));
            entityColumns.needed().stream().filter(header -> !rule.columns().containsKey(header))
                    .forEach(header -> problem(rule,
                            "The rule does not say how \"" + header + "\" of \"" + resource + "\" is made, which is needed."));
        }
    }

    /** Checks the columns that a rule reads from one of several files. */
    private void check(MappingRule rule, String part, List<String> own) {
        for (String name : rule.read()) {
            if (own.contains(name + " (2)")) {
                problems.add(part, 1, own.indexOf(name + " (2)") + 1,
                        "The column \"" + name + "\" appears twice, and a rule of "
                                + file + " reads it. Give one of them another name.");
            }
            if (!own.contains(name) && columns.get(rule.from()).contains(name)) {
                problems.warn(
                        new DatasetProblem(part, 1, 0,
                                "The file has no column \"" + name + "\", which a rule of " + file + " reads and"
                                        + " other files of \"" + rule.from()
                                        + "\" have. These cells are empty for this file."));
            }
        }
    }
}
