package dev.footnote.rendition;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.destination.Target;
import dev.footnote.folder.Carrier;
import dev.footnote.inventory.Citations;
import dev.footnote.inventory.Inventory;
import dev.footnote.inventory.Row;
import dev.footnote.inventory.Survey;
import dev.footnote.inventory.Walk;
import dev.footnote.staging.Progress;

/** Writes people, organizations, initiatives, events and sources, and what lies between them, as entities of FollowTheMoney. */
public final class FollowTheMoney {

    private static final List<String> LOST = List.of("topic", "initiative_topic", "event_topic", "product", "financial_report",
            "figure");

    private final Inventory inventory;
    private final Citations citations;
    private final Survey survey;
    private final Walk walk;
    private Lines lines;
    private final Losses losses = new Losses();

    public FollowTheMoney(Inventory inventory, Progress progress) {
        this.inventory = inventory;
        this.citations = new Citations(inventory);
        this.survey = new Survey(inventory);
        this.walk = new Walk(inventory, survey, progress);
    }

    public Written write(Target.Draft draft) throws IOException {
        try (Lines opened = new Lines(draft.open("entities"))) {
            lines = opened;
            walk.beside(carrier("source"), "publisher", "name", page -> things("source", (rows, entities) -> {
                // nothing hangs on a source
            }, page));
            things("person", this::people);
            things("organization", this::organizations);
            things("initiative", (page, entities) -> names("initiative", page, entities));
            things("event", this::events);
            walk.records(carrier("affiliation"), page -> relations("affiliation", page));
            walk.beside(carrier("organization_link"), "target", "kind", page -> relations("organization_link", page));
            walk.records(carrier("participation"), page -> relations("participation", page));
        }
        LOST.forEach(table -> losses.add(carrier(table).noun().resource() + ": whole records", survey.count(table)));
        Map<String, Long> cited = citations.counts();
        cited.remove("citation");
        cited.forEach((column, count) -> losses.add("citations: " + column, count));
        return new Written(lines.counts(), losses.counts());
    }

    private Carrier carrier(String table) {
        return inventory.carriers().stream().filter(carrier -> carrier.noun().table().equals(table)).findFirst()
                .orElseThrow();
    }

    /** Reads into the entities of a page what hangs on them. */
    private interface Hanging {
        void on(List<Row> page, Map<Integer, Entity> entities);
    }

    private void things(String table, Hanging hanging) throws IOException {
        walk.records(carrier(table), page -> things(table, hanging, page));
    }

    private void things(String table, Hanging hanging, List<Row> page) throws IOException {
        Map<Integer, Entity> entities = new LinkedHashMap<>();
        page.forEach(row -> entities.put(row.number(), Things.of(row)));
        hanging.on(page, entities);
        write(carrier(table), page, entities);
    }

    private void people(List<Row> page, Map<Integer, Entity> entities) {
        names("person", page, entities);
        inventory.naming(carrier("affiliation"), "person", page, (person, role) -> {
            if (role.cell("organization") == null) {
                entities.get(person).put("position", role.cell("title"));
            }
        });
    }

    private void organizations(List<Row> page, Map<Integer, Entity> entities) {
        names("organization", page, entities);
        inventory.naming(carrier("identifier"), "organization", page,
                (organization, identifier) -> Things.identify(entities.get(organization), identifier, losses));
    }

    private void events(List<Row> page, Map<Integer, Entity> entities) {
        names("event", page, entities);
        inventory.naming(carrier("participation"), "event", page,
                (event, part) -> Things.involve(entities.get(event), part));
    }

    private void names(String by, List<Row> page, Map<Integer, Entity> entities) {
        inventory.naming(carrier("name"), by, page, (bearer, name) -> Things.name(entities.get(bearer), name, losses));
    }

    private void relations(String table, List<Row> page) throws IOException {
        Map<Integer, Entity> entities = new LinkedHashMap<>();
        for (Row row : page) {
            Entity relation = Relations.of(row);
            if (relation == null) {
                losses.add(carrier(table).noun().resource() + ": dates and all else of those that became a property");
            } else {
                entities.put(row.number(), relation);
            }
        }
        write(carrier(table), page, entities);
    }

    private void write(Carrier carrier, List<Row> page, Map<Integer, Entity> entities) throws IOException {
        if (carrier.noun().cited()) {
            citations.origins(carrier, page, origin -> cite(entities.get(origin.subject()), origin));
        }
        for (Entity entity : entities.values()) {
            entity.lose(losses);
            lines.write(entity.schema, entity);
        }
    }

    private static void cite(Entity entity, Citations.Origin origin) {
        if (entity != null) {
            entity.put("proof", Entity.id("source", origin.source())).put("sourceUrl", origin.url())
                    .put("publisher", origin.publisher());
        }
    }
}
