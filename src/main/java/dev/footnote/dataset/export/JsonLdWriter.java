package dev.footnote.dataset.export;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.output.OutputTarget;
import dev.footnote.dataset.snapshot.*;
import dev.footnote.dataset.staging.ProgressListener;

/**
 * Writes one JSON-LD document: the context in the first line, then one node per line. It is a single document, because every
 * processor can read that. Each line without its comma is still a complete node.
 */
public final class JsonLdWriter {

    private final DatabaseSnapshot snapshot;
    private final ColumnUsage survey;
    private final SnapshotTraversal walk;
    private final ProgressListener progress;
    private NdjsonWriter lines;

    public JsonLdWriter(DatabaseSnapshot snapshot, ProgressListener progress) {
        this.snapshot = snapshot;
        this.survey = new ColumnUsage(snapshot);
        this.walk = new SnapshotTraversal(snapshot, survey, progress);
        this.progress = progress;
    }

    public ExportSummary write(OutputTarget.Draft draft) throws IOException {
        try (NdjsonWriter opened = new NdjsonWriter(draft.open("graph"))) {
            lines = opened;
            lines.text("{\"@context\": " + JsonLdContext.CONTEXT + ", \"@graph\": [\n");
            lines.write("dataset", about(snapshot.about()));
            for (EntityColumns entityColumns : snapshot.allColumns()) {
                walk.records(entityColumns, page -> {
                    for (RecordRow row : page) {
                        node(entityColumns.entityType().resource(), new JsonLdNode(row).properties());
                    }
                });
            }
            walk.citations(new CitationReader(snapshot).counts().get("citation"), page -> {
                for (CitationRow cited : page) {
                    node("citations", citation(cited));
                }
            });
            lines.text("]}\n");
        }
        return new ExportSummary(lines.counts(), Map.of());
    }

    private void node(String kind, Map<String, Object> node) throws IOException {
        lines.text(",");
        lines.write(kind, node);
    }

    private static Map<String, Object> about(DatasetMetadata about) {
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

    /** A citation is a node of its own, because a record may have more citations than fit into memory. */
    private static Map<String, Object> citation(CitationRow cited) {
        Map<String, Object> source = JsonLdContext.reference("source", cited.source());
        Map<String, Object> subject = new LinkedHashMap<>();
        int colon = cited.subjectId().indexOf(':');
        subject.put("@id", JsonLdContext.iri(cited.subjectId().substring(0, colon), cited.subjectId().substring(colon + 1)));
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
