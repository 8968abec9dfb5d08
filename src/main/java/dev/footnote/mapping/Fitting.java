package dev.footnote.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;

/**
 * Whether the rules of a mapping name what there is, here and there.
 *
 * @param file the name of the mapping
 * @param columns of the foreign resources
 * @param parts the same by the file that they stand in
 * @param known our resources
 * @param carriers of our records, by resource
 */
record Fitting(String file, Faults faults, Map<String, List<String>> columns, Map<String, Map<String, List<String>>> parts,
        List<String> known,
        Map<String, Carrier> carriers) {

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

    void check(Map<String, List<Rule>> rules) {
        rules.forEach((resource, own) -> {
            if (known.contains(resource)) {
                own.forEach(rule -> check(resource, rule, carriers.get(resource)));
            } else {
                own.stream().findFirst().ifPresent(rule -> fault(rule, "\"" + resource
                        + "\" is none of our resources. They are " + String.join(", ", known) + "."));
            }
        });
    }

    private void fault(Rule rule, String message) {
        faults.add(file, rule.place().line(), rule.place().column(), message);
    }

    /** What the mapping itself says in place of a foreign cell has to be right, because no line can be. */
    private void constant(Column column, Expression.Template template) {
        try {
            String text = template.text(NOTHING);
            if (text != null) {
                column.checked(text);
            }
        } catch (IllegalArgumentException e) {
            faults.add(new Fault(file, template.line(), template.column(), column.header(), template.text(NOTHING),
                    e.getMessage()));
        }
    }

    private boolean isReference(String header, Carrier carrier) {
        return carrier != null && carrier.columns().stream().anyMatch(column -> column.header().equals(header)
                && column.target() != null && Arrays.stream(column.target().getDeclaredFields())
                        .anyMatch(field -> field.getName().equals("name")));
    }

    private void check(String resource, Rule rule, Carrier carrier) {
        List<String> theirs = columns.get(rule.from());
        if (theirs == null) {
            fault(rule, "The package has no resource \"" + rule.from() + "\". It has " + String.join(", ", columns.keySet())
                    + ".");
            return;
        }
        rule.read().stream().filter(name -> !theirs.contains(name)).forEach(name -> fault(rule, "\"" + rule.from()
                + "\" has no column \"" + name + "\". It has " + String.join(", ", theirs) + "."));
        parts.get(rule.from()).forEach((part, own) -> check(rule, part, own));
        List<String> ours = carrier != null ? carrier.headers()
                : resource.equals(Contents.DELETIONS) ? List.of(Contents.RECORD) : Contents.CITATIONS;
        rule.columns().keySet().stream().filter(header -> !ours.contains(header)).forEach(header -> fault(rule,
                "\"" + resource + "\" has no column \"" + header + "\". It has " + String.join(", ", ours) + "."));
        rule.byName().stream().filter(header -> !isReference(header, carrier)).forEach(header -> fault(rule, "\"" + header
                + "\" of \"" + resource + "\" names no record that has a name. Leave \"match\" out."));
        if (carrier != null) {
            carrier.columns().stream().filter(column -> rule.columns().containsKey(column.header()))
                    .forEach(column -> rule.columns().get(column.header()).constants(text -> constant(column, text)));
            carrier.needed().stream().filter(header -> !rule.columns().containsKey(header)).forEach(header -> fault(rule,
                    "The rule does not say how \"" + header + "\" of \"" + resource + "\" is made, which is needed."));
        }
    }

    /** What a rule reads of one file of several. */
    private void check(Rule rule, String part, List<String> own) {
        for (String name : rule.read()) {
            if (own.contains(name + " (2)")) {
                faults.add(part, 1, own.indexOf(name + " (2)") + 1,
                        "The column \"" + name + "\" stands here twice, and a rule of "
                                + file + " reads it. Give one of them another name.");
            }
            if (!own.contains(name) && columns.get(rule.from()).contains(name)) {
                faults.warn(
                        new Fault(part, 1, 0, "The file has no column \"" + name + "\", which a rule of " + file + " reads and"
                                + " other files of \"" + rule.from() + "\" have. Nothing is read there from this file."));
            }
        }
    }
}
