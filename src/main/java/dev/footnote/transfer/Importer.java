package dev.footnote.transfer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.hibernate.HibernateException;
import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

import dev.footnote.connection.Rollback;
import dev.footnote.database.Database;
import dev.footnote.folder.BrokenDataset;
import dev.footnote.folder.Faults;
import dev.footnote.format.Bundle;
import dev.footnote.graph.Graph;
import dev.footnote.merging.Changes;
import dev.footnote.merging.Pace;
import dev.footnote.merging.Takeover;
import dev.footnote.review.LeftOut;
import dev.footnote.review.MatchedNames;
import dev.footnote.review.MergedRecords;
import dev.footnote.review.RepeatedCitations;
import dev.footnote.review.Review;
import dev.footnote.staging.Intake;
import dev.footnote.staging.Progress;
import dev.footnote.staging.Stage;
import io.quarkus.arc.All;

/** Takes a dataset in: all of it or, where anything is wrong, nothing. Whoever reads meanwhile sees what was there before. */
@Singleton
public class Importer {

    private static final Logger LOG = Logger.getLogger(Importer.class);

    private final Graph graph;
    private final Database database;
    private final SessionFactory sessions;
    private final List<Derived> derived;
    /** One at a time, because a second one would wait for the first in the database, and there not as long as it takes. */
    private final ReentrantLock alone = new ReentrantLock();

    Importer(Graph graph, Database database, SessionFactory sessions, @All List<Derived> derived) {
        this.graph = graph;
        this.database = database;
        this.sessions = sessions;
        this.derived = derived;
    }

    /**
     * Makes the database hold what the dataset does or, of a delta, what it says. Records keep their numbers by id, so that
     * the same dataset again changes nothing.
     *
     * @param path null for the dataset that ships with the product
     * @throws BrokenDataset with all that is wrong; the database is as it was
     * @throws UncheckedIOException when the files cannot be read
     * @throws IllegalStateException when the database cannot be used
     */
    public Outcome take(Path path, Progress progress) {
        return take(path, null, progress);
    }

    /** The same with what a stranger sent, of which no more is read than a number of bytes, unpacked. */
    public Outcome takeSent(Path path, long mostBytes, Progress progress) {
        return opened(path, () -> Bundle.sent(graph, path, mostBytes), bundle -> take(bundle, new Faults(), progress));
    }

    /** @param mapping how a foreign package is read; null for that which lies beside it, if one does */
    public Outcome take(Path path, Path mapping, Progress progress) {
        return take(path, mapping, new Faults(), progress);
    }

    /** @param faults gets all that is wrong, as it is found */
    public Outcome take(Path path, Path mapping, Faults faults, Progress progress) {
        return opened(path, () -> Bundle.open(graph, path, mapping), bundle -> take(bundle, faults, progress));
    }

    /** Finds out what is to be read. */
    private interface Opening {
        Bundle open() throws IOException;
    }

    private static <T> T opened(Path path, Opening opening, Function<Bundle, T> work) {
        try (Bundle bundle = opening.open()) {
            return work.apply(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException("The dataset in " + path + " cannot be read", e);
        }
    }

    private Outcome take(Bundle bundle, Faults faults, Progress progress) {
        Outcome outcome = alone(bundle, connection -> take(bundle, faults, progress, connection));
        if (!outcome.changes().none()) {
            database.analyze();
        }
        LOG.infof(outcome.same() ? "The database holds %s already" : "Imported %s", bundle);
        return outcome;
    }

    /** Makes anew what follows from the records that the database holds, where an older release made it. */
    public void renew() {
        alone("the database", connection -> {
            lock(connection);
            Register register = new Register(connection, sessions);
            Dataset held = register.held().orElseGet(Dataset::new);
            return register.commit(derive(connection, pace(connection, false), Progress.NONE, held) ? held : null);
        });
    }

    /**
     * Finds all that is wrong with a dataset, and all that may be; nothing is changed.
     *
     * @param path null for the dataset that ships with the product
     */
    public Faults check(Path path, Progress progress) {
        return check(path, null, progress);
    }

    /** @param mapping how a foreign package is read; null for that which lies beside it, if one does */
    public Faults check(Path path, Path mapping, Progress progress) {
        return check(path, mapping, new Faults(), progress);
    }

    /** @param faults gets all that is wrong, as it is found */
    public Faults check(Path path, Path mapping, Faults faults, Progress progress) {
        return opened(path, () -> Bundle.open(graph, path, mapping),
                bundle -> alone(bundle, connection -> check(bundle, faults, progress, connection)));
    }

    private Faults check(Bundle bundle, Faults faults, Progress progress, Connection connection)
            throws IOException, SQLException {
        Intake intake = intake(bundle, faults, progress);
        lock(connection);
        try (Stage stage = new Stage(connection, database.dialect(), intake)) {
            review(stage, intake, connection);
        }
        return intake.faults();
    }

    /** What is done with a connection in a transaction, which it commits itself. */
    private interface Work<T> {
        T on(Connection connection) throws IOException, SQLException;
    }

    private <T> T alone(Object dataset, Work<T> work) {
        alone.lock();
        try (Connection connection = database.source().getConnection()) {
            connection.setAutoCommit(false);
            try {
                T result = work.on(connection);
                Rollback.rest(connection);
                return result;
            } catch (IOException | SQLException | RuntimeException | Error e) {
                Rollback.after(e, connection);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The dataset in " + dataset + " cannot be read", e);
        } catch (SQLException | HibernateException e) {
            throw new IllegalStateException("The database cannot take the dataset in: " + e.getMessage(), e);
        } finally {
            alone.unlock();
        }
    }

    private Intake intake(Bundle bundle, Faults faults, Progress progress) throws IOException {
        Register.check(bundle.descriptor(), faults);
        return new Intake(graph, bundle.contents(faults), faults, progress);
    }

    private Outcome take(Bundle bundle, Faults faults, Progress progress, Connection connection)
            throws IOException, SQLException {
        lock(connection);
        Register register = new Register(connection, sessions);
        String before = register.held().map(held -> held.fingerprint).orElse(null);
        Dataset dataset = register.described(bundle.descriptor(), bundle.fingerprint());
        if (dataset.fingerprint.equals(before)) {
            // made anew all the same, where an older release has imported it
            boolean made = derive(connection, pace(connection, false), progress, dataset);
            return done(register, dataset, new Outcome(!made, Changes.NONE, faults, null));
        }
        if (before != null) {
            faults.skip(register.toldWarnings());
        }
        Intake intake = intake(bundle, faults, progress);
        Pace pace = pace(connection, before == null);
        if (pace.alone()) {
            register.clear(graph, pace);
        }
        try (Stage stage = new Stage(connection, database.dialect(), intake)) {
            review(stage, intake, connection);
            intake.faults().stop();
            Changes changes = new Takeover(connection, intake, stage, pace).run();
            derive(connection, pace, progress, dataset);
            // last, because without it a database holds no dataset, whatever else was committed
            register.write(dataset);
            register.writeTold(faults.hashes(), bundle.descriptor().delta());
            return done(register, dataset, new Outcome(false, changes, intake.faults(), null));
        }
    }

    private Pace pace(Connection connection, boolean alone) {
        return new Pace(connection, database.dialect(), alone);
    }

    private boolean derive(Connection connection, Pace pace, Progress progress, Dataset dataset) throws SQLException {
        return new Deriving(derived, connection, pace, progress).run(dataset);
    }

    private static Outcome done(Register register, Dataset dataset, Outcome outcome) throws SQLException {
        String revision = register.commit(outcome.same() ? null : dataset);
        return new Outcome(outcome.same(), outcome.changes(), outcome.faults(), revision);
    }

    private static void review(Stage stage, Intake intake, Connection connection) throws IOException, SQLException {
        stage.read();
        stage.index();
        new MatchedNames(connection, intake).run(stage.nouns());
        new MergedRecords(connection, intake).run(stage);
        new RepeatedCitations(connection, intake).run(stage);
        new LeftOut(connection, intake, stage).run();
        new Review(connection, intake).run(stage.nouns());
    }

    /** Keeps other servers' imports off; whoever reads goes on. */
    private void lock(Connection connection) throws SQLException {
        String lock = database.dialect().lock("dataset").orElse(null);
        if (lock != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(lock);
            }
        }
    }
}
