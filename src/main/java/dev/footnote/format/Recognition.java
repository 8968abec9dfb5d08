package dev.footnote.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Folder;
import dev.footnote.folder.Table;
import dev.footnote.graph.Graph;
import dev.footnote.store.Resource;

/** Tells a package that was not written for Footnote by its first lines, before a fault is told of each line below. */
record Recognition(Graph graph, Folder folder, Descriptor descriptor, Faults faults) {

    private static final String CURE = "Most of these files have names or columns that are not those of Footnote. Write a"
            + " mapping that says which are which, put it beside them as footnote.json or name it by --mapping; see"
            + " docs/mapping.md. Nothing below the first lines was read.";

    /** Tells what is strange, where most is. */
    void check() throws IOException {
        List<Fault> strange = new ArrayList<>();
        List<String> known = Contents.resources(graph);
        known.add(Contents.DELETIONS);
        int count = 0;
        for (Resource resource : descriptor.resources().values()) {
            String name = resource.name().toLowerCase(Locale.ROOT);
            List<Fault> found = known.contains(name) ? columns(name, resource)
                    : List.of(new Fault(where(resource), 0, 0,
                            "The resource \"" + resource.name() + "\" is none that Footnote knows. It knows "
                                    + String.join(", ", Contents.resources(graph)) + "."));
            strange.addAll(found);
            count += found.isEmpty() ? 0 : 1;
        }
        if (2 * count > descriptor.resources().size()) {
            strange.forEach(faults::add);
            faults.add(folder.has(Descriptor.FILE) ? Descriptor.FILE : strange.get(0).file(), 0, 0, CURE);
        }
    }

    private String where(Resource resource) {
        return folder.has(Descriptor.FILE) ? Descriptor.FILE : resource.files().get(0);
    }

    /** What is wrong with the columns of a table most of which are not ours. */
    private List<Fault> columns(String name, Resource resource) throws IOException {
        Carrier carrier = Contents.carriers(graph).stream().filter(one -> one.noun().resource().equals(name)).findFirst()
                .orElse(null);
        List<String> needed = carrier != null ? carrier.needed()
                : name.equals(Contents.DELETIONS) ? List.of(Contents.RECORD) : Contents.NEEDED_OF_CITATIONS;
        List<String> known = carrier != null ? carrier.headers()
                : name.equals(Contents.DELETIONS) ? List.of(Contents.RECORD) : Contents.CITATIONS;
        List<Fault> faults = new ArrayList<>();
        Map<String, List<String>> files = new Table(folder, resource, 0, new Faults()).columns();
        files.forEach((file, columns) -> {
            List<String> lost = needed.stream().filter(column -> !columns.contains(column)).toList();
            List<String> more = columns.stream().filter(column -> !known.contains(column)).toList();
            if (!lost.isEmpty() && 2 * more.size() > columns.size() && columns.size() > 1) {
                faults.add(new Fault(file, 1, 0, "The file lacks " + String.join(", ", lost) + ", and has " + String.join(", ",
                        more) + ", which " + name + " has not."));
            }
        });
        return faults;
    }
}
