package dev.footnote.dataset.export;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.output.OutputTarget;
import dev.footnote.dataset.snapshot.CitationReader;
import dev.footnote.dataset.snapshot.ColumnUsage;
import dev.footnote.dataset.snapshot.DatabaseSnapshot;
import dev.footnote.dataset.snapshot.RecordRow;
import dev.footnote.dataset.snapshot.SnapshotTraversal;
import dev.footnote.dataset.staging.ProgressListener;

/**
 * Writes people, organizations, initiatives, events and sources, and the relationships between them, as FollowTheMoney
 * entities.
 */
public final class FtmWriter {

    /** The tables that become entities, or properties of entities. The records of all others are lost. */
    private static final Set<String> WRITTEN = Set.of("source", "citation", "person", "organization", "initiative", "event",
            "affiliation", "organization_link", "participation", "name", "identifier");

    private final DatabaseSnapshot snapshot;
    private final CitationReader citations;
    private final ColumnUsage survey;
    private final SnapshotTraversal walk;
    private NdjsonWriter lines;
    private final LossReport losses = new LossReport();

    public FtmWriter(DatabaseSnapshot snapshot, ProgressListener progress) {
        this.snapshot = snapshot;
        this.citations = new CitationReader(snapshot);
        this.survey = new ColumnUsage(snapshot);
        this.walk = new SnapshotTraversal(snapshot, survey, progress);
    }

    public ExportSummary write(OutputTarget.Draft draft) throws IOException {
        try (NdjsonWriter opened = new NdjsonWriter(draft.open("entities"))) {
            lines = opened;
            walk.beside(entityColumns("source"), "publisher", "name", page -> things("source", (rows, entities) -> {
                // a source has no dependent records
            }, page));
            things("person", this::people);
            things("organization", this::organizations);
            things("initiative", (page, entities) -> names("initiative", page, entities));
            things("event", this::events);
            walk.records(entityColumns("affiliation"), page -> relations("affiliation", page));
            walk.beside(entityColumns("organization_link"), "target", "kind", page -> relations("organization_link", page));
            walk.records(entityColumns("participation"), page -> relations("participation", page));
        }
        snapshot.allColumns().stream().map(EntityColumns::entityType)
                .filter(entityType -> !WRITTEN.contains(entityType.table())).forEach(entityType -> losses
                        .add(entityType.resource() + ": whole records", survey.count(entityType.table())));
        Map<String, Long> cited = citations.counts();
        cited.remove("citation");
        cited.forEach((column, count) -> losses.add("citations: " + column, count));
        return new ExportSummary(lines.counts(), losses.counts());
    }

    private EntityColumns entityColumns(String table) {
        return snapshot.allColumns().stream().filter(entityColumns -> entityColumns.entityType().table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    /** Adds dependent records, such as names, to the entities of a page. */
    private interface Hanging {
        void on(List<RecordRow> page, Map<Integer, FtmEntityBuilder> entities);
    }

    private void things(String table, Hanging hanging) throws IOException {
        walk.records(entityColumns(table), page -> things(table, hanging, page));
    }

    private void things(String table, Hanging hanging, List<RecordRow> page) throws IOException {
        Map<Integer, FtmEntityBuilder> entities = new LinkedHashMap<>();
        page.forEach(row -> entities.put(row.number(), FtmThingWriter.of(row)));
        hanging.on(page, entities);
        write(entityColumns(table), page, entities);
    }

    private void people(List<RecordRow> page, Map<Integer, FtmEntityBuilder> entities) {
        names("person", page, entities);
        snapshot.naming(entityColumns("affiliation"), "person", page, (person, role) -> {
            if (role.cell("organization") == null) {
                entities.get(person).put("position", role.cell("title"));
            }
        });
    }

    private void organizations(List<RecordRow> page, Map<Integer, FtmEntityBuilder> entities) {
        names("organization", page, entities);
        snapshot.naming(entityColumns("identifier"), "organization", page,
                (organization, identifier) -> FtmThingWriter.identify(entities.get(organization), identifier, losses));
    }

    private void events(List<RecordRow> page, Map<Integer, FtmEntityBuilder> entities) {
        names("event", page, entities);
        snapshot.naming(entityColumns("participation"), "event", page,
                (event, part) -> FtmThingWriter.involve(entities.get(event), part));
    }

    private void names(String by, List<RecordRow> page, Map<Integer, FtmEntityBuilder> entities) {
        snapshot.naming(entityColumns("name"), by, page,
                (bearer, name) -> FtmThingWriter.name(entities.get(bearer), name, losses));
    }

    private void relations(String table, List<RecordRow> page) throws IOException {
        Map<Integer, FtmEntityBuilder> entities = new LinkedHashMap<>();
        for (RecordRow row : page) {
            FtmEntityBuilder relation = FtmRelationshipWriter.of(row);
            if (relation == null) {
                losses.add(
                        entityColumns(table).entityType().resource() + ": dates and all else of those that became a property");
            } else {
                entities.put(row.number(), relation);
            }
        }
        write(entityColumns(table), page, entities);
    }

    private void write(EntityColumns entityColumns, List<RecordRow> page, Map<Integer, FtmEntityBuilder> entities)
            throws IOException {
        if (entityColumns.entityType().cited()) {
            citations.origins(entityColumns, page, origin -> cite(entities.get(origin.subject()), origin));
        }
        for (FtmEntityBuilder entity : entities.values()) {
            entity.lose(losses);
            lines.write(entity.schema, entity);
        }
    }

    private static void cite(FtmEntityBuilder entity, CitationReader.Origin origin) {
        if (entity != null) {
            entity.put("proof", FtmEntityBuilder.id("source", origin.source())).put("sourceUrl", origin.url())
                    .put("publisher", origin.publisher());
        }
    }
}
