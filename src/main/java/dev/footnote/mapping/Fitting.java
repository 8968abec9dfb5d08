package dev.footnote.mapping;

import java.util.List;
import java.util.Map;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Faults;

/**
 * Whether the rules of a mapping name what there is, here and there.
 *
 * @param file the name of the mapping
 * @param columns of the foreign resources
 * @param known our resources
 * @param carriers of our records, by resource
 */
record Fitting(String file, Faults faults, Map<String, List<String>> columns, List<String> known,
        Map<String, Carrier> carriers) {

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
        faults.add(file, rule.line(), rule.column(), message);
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
        List<String> ours = carrier != null ? carrier.headers()
                : resource.equals(Contents.DELETIONS) ? List.of(Contents.RECORD) : Contents.CITATIONS;
        rule.columns().keySet().stream().filter(header -> !ours.contains(header)).forEach(header -> fault(rule,
                "\"" + resource + "\" has no column \"" + header + "\". It has " + String.join(", ", ours) + "."));
        if (carrier != null) {
            carrier.needed().stream().filter(header -> !rule.columns().containsKey(header)).forEach(header -> fault(rule,
                    "The rule does not say how \"" + header + "\" of \"" + resource + "\" is made, which is needed."));
        }
    }
}
