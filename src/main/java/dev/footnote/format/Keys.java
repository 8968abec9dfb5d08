package dev.footnote.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Folder;
import dev.footnote.folder.Line;
import dev.footnote.folder.Table;
import dev.footnote.graph.Graph;
import dev.footnote.source.Source;
import dev.footnote.store.Resource;
import dev.footnote.tableschema.Key;

/**
 * Whether the keys that schemas declare are unique, and lead to lines that there are.
 *
 * @param foreign whether the package is somebody else's, whose mistakes are warnings, and no key is checked otherwise
 */
record Keys(Graph graph, Folder folder, Descriptor descriptor, boolean foreign, Faults faults) {

    void check() throws IOException {
        Map<String, Hashes> targets = new HashMap<>();
        for (Resource resource : descriptor.resources().values()) {
            List<Key> keys = resource.schema().keys().stream().filter(key -> foreign || !known(resource.name(), key)).toList();
            if (!keys.isEmpty()) {
                for (Key key : keys) {
                    target(resource, key, targets);
                }
                check(resource, keys, targets);
            }
        }
    }

    /** Whether a key of our own form is checked in any case: the id, and what names a record by its id. */
    private boolean known(String resource, Key key) {
        Carrier carrier = Contents.carriers(graph).stream().filter(one -> one.noun().resource().equals(resource)).findFirst()
                .orElse(null);
        if (!key.isForeign()) {
            return carrier != null && key.fields().equals(List.of(Carrier.ID));
        }
        if (!key.target().equals(List.of(Carrier.ID)) || key.fields().size() != 1) {
            return false;
        }
        String field = key.fields().get(0);
        String named = key.resource().isEmpty() ? resource : key.resource();
        return field.equals("source") && named.equals(graph.noun(Source.class).resource())
                || carrier != null && carrier.columns().stream().anyMatch(column -> column.header().equals(field)
                        && column.target() != null && graph.noun(column.target()).resource().equals(named));
    }

    private static String name(String resource, List<String> fields) {
        return resource + "\n" + String.join("\n", fields);
    }

    /** Reads the lines that a key leads to. */
    private void target(Resource resource, Key key, Map<String, Hashes> targets) throws IOException {
        if (!key.isForeign()) {
            return;
        }
        Resource named = key.resource().isEmpty() ? resource : descriptor.resources().get(key.resource());
        String target = name(named == null ? "" : named.name(), key.target());
        if (named == null) {
            faults.add(Descriptor.FILE, 0, 0,
                    "The resource \"" + resource.name() + "\" has a foreign key to \"" + key.resource()
                            + "\", and there is no such resource. Correct it.");
        } else if (!targets.containsKey(target)) {
            Hashes hashes = new Hashes();
            targets.put(target, hashes);
            new Table(folder, named, 0, new Faults()).read(null, List.of(), line -> hashes.add(text(line, key.target())));
        }
    }

    private void check(Resource resource, List<Key> keys, Map<String, Hashes> targets) throws IOException {
        List<Hashes> met = new ArrayList<>();
        keys.forEach(key -> met.add(new Hashes()));
        Table table = new Table(folder, resource, 0, new Faults());
        table.read(null, List.of(), line -> {
            for (int i = 0; i < keys.size(); i++) {
                String problem = problem(resource, keys.get(i), line, met.get(i), targets);
                if (problem != null) {
                    tell(table, line, empty(line, keys.get(i)), problem);
                }
            }
        });
    }

    /** The first field that is empty, or the first of all. */
    private static String empty(Line line, Key key) {
        return key.fields().stream().filter(field -> line.cell(field) == null).findFirst().orElse(key.fields().get(0));
    }

    private static String problem(Resource resource, Key key, Line line, Hashes met, Map<String, Hashes> targets) {
        String text = text(line, key.fields());
        String what = String.join(", ", key.fields());
        if (text == null) {
            return key.needed() ? "The cell is empty, and the schema says that it is a part of the key " + what + "." : null;
        }
        if (!key.isForeign()) {
            return met.add(text) ? null : "Another line has the same " + what + ", and the schema says that there is one only.";
        }
        Hashes target = targets.get(name(key.resource().isEmpty() ? resource.name() : key.resource(), key.target()));
        return target == null || target.has(text) ? null
                : "No line of " + (key.resource().isEmpty() ? resource.name() : key.resource()) + " has this "
                        + String.join(", ", key.target()) + ", to which the schema says that it leads.";
    }

    private void tell(Table table, Line line, String field, String problem) {
        Fault fault = table.fault(Feed.Place.of(line.place()), field, line.cell(field), problem);
        if (foreign) {
            faults.warn(fault);
        } else {
            faults.add(fault);
        }
    }

    /** @return null where any of the cells is empty */
    private static String text(Line line, List<String> fields) {
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
