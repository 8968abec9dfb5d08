package dev.footnote.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import org.hibernate.StatelessSession;
import org.jboss.logging.Logger;

import dev.footnote.database.Database;
import dev.footnote.folder.Contents;
import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Folder;
import dev.footnote.graph.Graph;
import dev.footnote.graph.Noun;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Takes a dataset in: all of it or, where anything is wrong, nothing. */
@Singleton
public class Importer {

    private static final Logger LOG = Logger.getLogger(Importer.class);
    private static final int MOST_SECONDS = 24 * 3600;

    private final Graph graph;
    private final Database database;
    private final List<Derived> derived;

    Importer(Graph graph, Database database, @All List<Derived> derived) {
        this.graph = graph;
        this.database = database;
        this.derived = derived;
    }

    /**
     * Makes the database hold what the folder does. Records keep their numbers by id, so that the same folder again
     * changes nothing.
     *
     * @param path null for the dataset that ships with the product
     * @throws BrokenDataset with all that is wrong
     */
    public void take(Path path) {
        Folder folder = path == null ? Folder.shipped() : Folder.at(path);
        boolean changed = QuarkusTransaction.requiringNew().timeout(MOST_SECONDS).call(() -> {
            try (StatelessSession session = database.sessions().openStatelessSession()) {
                return take(folder, session);
            } catch (IOException e) {
                throw new UncheckedIOException("The dataset in " + folder + " cannot be read", e);
            }
        });
        if (changed) {
            database.analyze();
        }
    }

    /** @return whether anything was written */
    private boolean take(Folder folder, StatelessSession session) throws IOException {
        Faults faults = new Faults();
        Descriptor descriptor = Descriptor.read(folder, faults);
        faults.stop();
        Contents contents = new Contents(graph, folder, descriptor, faults);
        database.dialect().lock("dataset").ifPresent(lock -> session.createNativeMutationQuery(lock).executeUpdate());
        Dataset dataset = dataset(folder, descriptor);
        Dataset before = session.createQuery("from Dataset", Dataset.class).getSingleResultOrNull();
        boolean same = before != null && before.fingerprint.equals(dataset.fingerprint);
        if (same) {
            LOG.infof("The database holds %s already", folder);
        } else {
            write(contents, faults, session);
            session.createMutationQuery("delete from Dataset").executeUpdate();
            session.insert(dataset);
            LOG.infof("Imported %s", folder);
        }
        // even of the same dataset, because an older release may have imported it
        if (!new Deriving(derived, session).run(dataset) && same) {
            return false;
        }
        revise(session, dataset);
        return true;
    }

    private void write(Contents contents, Faults faults, StatelessSession session) throws IOException {
        Ids ids = known(session);
        new Check(graph, contents, ids, faults).run();
        faults.stop();
        new Writing(graph, contents, ids, session).run();
    }

    /**
     * Another version each time. What a database holds first is named by what it is, so that servers which each have a
     * database of their own agree.
     */
    private static void revise(StatelessSession session, Dataset dataset) {
        session.createNativeMutationQuery(
                "UPDATE revision SET version = CASE version WHEN 'empty' THEN :first ELSE :next END")
                .setParameter("first", dataset.fingerprint).setParameter("next", UUID.randomUUID().toString())
                .executeUpdate();
    }

    private static Dataset dataset(Folder folder, Descriptor descriptor) throws IOException {
        List<String> files = new ArrayList<>(List.of(Descriptor.FILE));
        files.addAll(descriptor.files().values());
        Dataset dataset = new Dataset();
        dataset.id = 1;
        dataset.slug = descriptor.name();
        dataset.title = descriptor.title();
        dataset.description = descriptor.description();
        dataset.version = descriptor.version();
        dataset.licence = descriptor.licence();
        dataset.fingerprint = folder.fingerprint(files);
        return dataset;
    }

    private Ids known(StatelessSession session) {
        Ids ids = new Ids();
        for (Noun noun : graph.nouns()) {
            if (noun.resource() != null) {
                session.createQuery("select slug, id from " + noun.type(), Object[].class).getResultStream()
                        .forEach(row -> ids.remember(noun, (String) row[0], (Integer) row[1]));
            }
        }
        return ids;
    }
}
