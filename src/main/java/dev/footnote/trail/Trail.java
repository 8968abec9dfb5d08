package dev.footnote.trail;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.footnote.entity.Entities;
import dev.footnote.entity.Entity;
import dev.footnote.entity.Fragments;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Folder;
import dev.footnote.folder.Table;
import dev.footnote.graph.Graph;
import dev.footnote.store.Dialect;
import dev.footnote.store.Resource;

/**
 * A file of entities, sorted out into sheets of our form in a folder that goes when it is closed. It is read twice: which
 * entity is what, and then what each says.
 */
public final class Trail implements Closeable {

    /** Opens the file from its beginning. */
    public interface Opening {
        InputStream open() throws IOException;
    }

    private final Path folder;
    private final String file;
    private final Faults faults;

    /**
     * @param file its name, for faults
     * @param faults gets what is wrong, and what is left out as warnings
     */
    public Trail(String file, Faults faults) throws IOException {
        this.folder = Files.createTempDirectory("footnote-trail");
        this.file = file;
        this.faults = faults;
    }

    /** Reads all entities. */
    public Contents read(Graph graph, Opening opening) throws IOException {
        Leftovers leftovers = new Leftovers();
        List<String> written;
        try (Ledger ledger = new Ledger(folder);
                Survey survey = new Survey(ledger, folder);
                Sheets sheets = new Sheets(graph, folder, file, faults)) {
            // what is wrong with a line is told at the second reading
            new Entities(file, new Faults()).read(opening.open(), survey::read);
            survey.finish();
            Citing citing = new Citing(survey, ledger, sheets, file);
            Writing writing = new Writing(citing, new Things(citing, leftovers, faults), new Edges(citing, leftovers),
                    new Parts(citing, leftovers), leftovers);
            Fragments fragments = new Fragments(survey::lines, file, faults, writing::entity);
            new Entities(file, faults).read(opening.open(), fragments::entity);
            leftovers.tell(file, faults);
            written = sheets.written();
        }
        Map<String, Feed> feeds = new LinkedHashMap<>();
        for (String resource : written) {
            Resource sheet = Resource.bare(resource, Sheets.name(resource), Dialect.USUAL);
            feeds.put(resource,
                    new SheetFeed(new Table(Folder.at(folder), sheet, 0, faults), file, feeds.size(), faults));
        }
        return new Contents(graph, false, feeds);
    }

    /** Which entity is written how. */
    private record Writing(Citing citing, Things things, Edges edges, Parts parts, Leftovers leftovers) {

        private void entity(Entity entity) throws IOException {
            Draft draft = new Draft(entity);
            if (!join(draft) && !thing(draft)) {
                leftovers.entity(entity.schema(), entity.line());
                return;
            }
            citing.missing(draft, leftovers);
            draft.leave(leftovers);
        }

        /** @return whether it is what joins two */
        private boolean join(Draft draft) throws IOException {
            String schema = draft.entity().schema();
            switch (schema) {
                case "ProjectParticipant" -> parts.parts(draft);
                case "Payment" -> parts.payment(draft);
                case "Occupancy" -> edges.office(draft);
                case "Documentation" -> citing.about(draft, leftovers);
                default -> {
                    if (!Edges.join(schema)) {
                        return false;
                    }
                    edges.edge(draft);
                }
            }
            return true;
        }

        /** @return whether it is one */
        private boolean thing(Draft draft) throws IOException {
            switch (Survey.kind(draft.entity().schema())) {
                case PERSON -> things.person(draft);
                case ORGANIZATION -> {
                    things.organization(draft);
                    edges.parents(draft);
                }
                case INITIATIVE -> things.initiative(draft);
                case EVENT -> {
                    things.event(draft);
                    parts.involved(draft);
                }
                case DOCUMENT -> citing.document(draft);
                case POSITION -> edges.position(draft);
                default -> {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path one : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(one);
            }
        }
    }
}
