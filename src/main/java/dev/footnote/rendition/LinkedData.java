package dev.footnote.rendition;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.footnote.destination.Target;
import dev.footnote.folder.Carrier;
import dev.footnote.inventory.About;
import dev.footnote.inventory.Citations;
import dev.footnote.inventory.Cited;
import dev.footnote.inventory.Inventory;
import dev.footnote.inventory.Row;
import dev.footnote.inventory.Survey;
import dev.footnote.inventory.Walk;
import dev.footnote.staging.Progress;

/**
 * Writes one document of JSON-LD: the context in its first line, then a node a line. It is one document, and not one a line,
 * because every processor reads that; each line without its comma is a node that can be read by itself all the same.
 */
public final class LinkedData {

    private final Inventory inventory;
    private final Survey survey;
    private final Walk walk;
    private final Progress progress;
    private Lines lines;

    public LinkedData(Inventory inventory, Progress progress) {
        this.inventory = inventory;
        this.survey = new Survey(inventory);
        this.walk = new Walk(inventory, survey, progress);
        this.progress = progress;
    }

    public Written write(Target.Draft draft) throws IOException {
        try (Lines opened = new Lines(draft.open("graph"))) {
            lines = opened;
            lines.text("{\"@context\": " + Terms.CONTEXT + ", \"@graph\": [\n");
            lines.write("dataset", about(inventory.about()));
            for (Carrier carrier : inventory.carriers()) {
                walk.records(carrier, page -> {
                    for (Row row : page) {
                        node(carrier.noun().resource(), new Node(row).properties());
                    }
                });
            }
            walk.citations(new Citations(inventory).counts().get("citation"), page -> {
                for (Cited cited : page) {
                    node("citations", citation(cited));
                }
            });
            lines.text("]}\n");
        }
        return new Written(lines.counts(), Map.of());
    }

    private void node(String kind, Map<String, Object> node) throws IOException {
        lines.text(",");
        lines.write(kind, node);
    }

    private static Map<String, Object> about(About about) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@id", "urn:footnote:dataset");
        node.put("@type", "schema:Dataset");
        put(node, "schema:identifier", about.name());
        put(node, "schema:name", about.title());
        put(node, "schema:description", about.description());
        put(node, "schema:version", about.version());
        put(node, "schema:license", about.licence());
        return node;
    }

    /** A node by itself, because a record may be cited more often than memory holds. */
    private static Map<String, Object> citation(Cited cited) {
        Map<String, Object> source = Terms.reference("source", cited.source());
        Map<String, Object> subject = new LinkedHashMap<>();
        int colon = cited.subjectId().indexOf(':');
        subject.put("@id", Terms.iri(cited.subjectId().substring(0, colon), cited.subjectId().substring(colon + 1)));
        if (cited.stance() == null || cited.stance().equals("contested")) {
            subject.put("prov:hadPrimarySource", source);
        }
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("@type", "prov:PrimarySource");
        node.put("@reverse", Map.of("prov:qualifiedPrimarySource", subject));
        node.put("prov:entity", source);
        put(node, "fn:field", cited.field());
        put(node, "fn:locator", cited.locator());
        put(node, "fn:note", cited.note());
        put(node, "fn:quote", cited.quote());
        put(node, "fn:stance", cited.stance() == null ? "supports" : cited.stance());
        return node;
    }

    private static void put(Map<String, Object> node, String term, String value) {
        if (value != null) {
            node.put(term, value);
        }
    }
}
