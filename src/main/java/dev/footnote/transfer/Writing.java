package dev.footnote.transfer;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

import dev.footnote.entry.Entry;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Line;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Noun;
import dev.footnote.source.Citation;

/** The second reading of a dataset, which was found to be without faults: writes every record. */
final class Writing {

    private static final Logger LOG = Logger.getLogger(Writing.class);
    private static final int BATCH = 1000;

    private final Graph graph;
    private final Contents contents;
    private final Ids ids;
    private final StatelessSession session;
    private final Citing citing;

    Writing(Graph graph, Contents contents, Ids ids, StatelessSession session) {
        this.graph = graph;
        this.contents = contents;
        this.ids = ids;
        this.session = session;
        this.citing = new Citing(graph, ids);
    }

    void run() throws IOException {
        session.setJdbcBatchSize(BATCH);
        clear();
        List<Carrier> carriers = contents.carriers();
        for (Carrier carrier : carriers) {
            if (contents.has(carrier.noun())) {
                records(carrier);
            }
        }
        for (Carrier carrier : carriers) {
            if (contents.has(carrier.noun()) && carrier.noun().cited()) {
                contents.read(carrier.noun(), line -> insert(
                        citing.entity(carrier.noun(), line.cell(Carrier.ID), line)));
            }
        }
        if (contents.has(graph.noun(Citation.class))) {
            contents.read(graph.noun(Citation.class), line -> insert(citing.entity(line)));
        }
        // so that whatever is written next waits for no batch to fill
        session.setJdbcBatchSize(1);
    }

    private void clear() {
        session.createMutationQuery("delete from Citation").executeUpdate();
        List<Carrier> carriers = contents.carriers();
        for (int i = carriers.size() - 1; i >= 0; i--) {
            String entity = carriers.get(i).noun().entity().getSimpleName();
            carriers.get(i).columns().stream().filter(column -> column.target() == null ? false
                    : column.target().getSimpleName().equals(entity))
                    .forEach(column -> session.createMutationQuery(
                            "update " + entity + " set " + column.field() + " = null").executeUpdate());
            session.createMutationQuery("delete from " + entity).executeUpdate();
        }
    }

    private void records(Carrier carrier) throws IOException {
        Noun noun = carrier.noun();
        List<Runnable> later = new ArrayList<>();
        long[] count = new long[1];
        contents.read(noun, line -> {
            insert(entity(carrier, line, later));
            count[0]++;
        });
        later.forEach(Runnable::run);
        LOG.infof("%,d %s", count[0], noun.resource());
    }

    private Entry entity(Carrier carrier, Line line, List<Runnable> later) {
        List<Column> columns = carrier.columns();
        Object[] values = new Object[columns.size()];
        String slug = line.cell(Carrier.ID);
        Integer id = ids.id(carrier.noun(), slug);
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            String text = line.cell(column.header());
            if (text == null) {
                continue;
            }
            if (column.target() == null) {
                values[i] = column.parse(text);
            } else if (column.target() != carrier.noun().entity()) {
                values[i] = ids.id(graph.noun(column.target()), text);
            } else {
                Integer named = ids.id(carrier.noun(), text);
                // when all are there, because a record may name one further down, or two each other
                later.add(() -> link(carrier.noun(), column, id, named));
            }
        }
        return carrier.entity(id, slug, values);
    }

    private void link(Noun noun, Column column, Integer id, Integer named) {
        session.createMutationQuery(
                "update " + noun.type() + " set " + column.field() + ".id = :named where id = :id")
                .setParameter("named", named).setParameter("id", id).executeUpdate();
    }

    private void insert(Entry entity) {
        if (entity != null) {
            session.insert(entity);
        }
    }
}
