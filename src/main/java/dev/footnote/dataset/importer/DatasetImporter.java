package dev.footnote.dataset.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.hibernate.SessionFactory;
import org.jboss.logging.Logger;

import dev.footnote.database.Database;
import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.InvalidDatasetException;
import dev.footnote.dataset.history.History;
import dev.footnote.dataset.history.HistoryTables;
import dev.footnote.dataset.merge.ChangeCounts;
import dev.footnote.dataset.merge.CommitStrategy;
import dev.footnote.dataset.merge.ExclusiveWriter;
import dev.footnote.dataset.merge.StagingMerge;
import dev.footnote.dataset.staging.ImportContext;
import dev.footnote.dataset.staging.ProgressListener;
import dev.footnote.dataset.staging.StagingArea;
import dev.footnote.dataset.validation.DatasetValidator;
import dev.footnote.dataset.validation.DuplicateCitationFilter;
import dev.footnote.dataset.validation.DuplicateRecordMerger;
import dev.footnote.dataset.validation.NameReferenceResolver;
import dev.footnote.dataset.validation.OmissionPropagation;
import dev.footnote.metamodel.Metamodel;
import io.quarkus.arc.All;

/** Imports a dataset: all of it or, if there is any error, nothing. Readers see the previous data until the import ends. */
@Singleton
public class DatasetImporter {

    private static final Logger LOG = Logger.getLogger(DatasetImporter.class);

    private final Metamodel metamodel;
    private final Database database;
    private final SessionFactory sessions;
    private final List<DerivedData> derived;
    private final List<ImportListener> listeners;
    private final ExclusiveWriter writer;
    private final HistoryTables history;

    DatasetImporter(Metamodel metamodel, Database database, SessionFactory sessions, @All List<DerivedData> derived,
            @All List<ImportListener> listeners, ExclusiveWriter writer, HistoryTables history) {
        this.history = history;
        this.listeners = listeners;
        this.writer = writer;
        this.metamodel = metamodel;
        this.database = database;
        this.sessions = sessions;
        this.derived = derived;
    }

    /**
     * Imports a dataset or applies a delta. Records keep their numbers by id, so importing the same dataset again changes
     * nothing.
     *
     * @param path null for the dataset included in the product
     * @throws InvalidDatasetException with all errors; the database is unchanged
     * @throws UncheckedIOException when the files cannot be read
     * @throws IllegalStateException when the database cannot be used
     */
    public ImportResult take(Path path, ProgressListener progress) {
        return take(path, null, progress);
    }

    /**
     * Imports an uploaded dataset. No more than {@code mostBytes} bytes are read after decompression, because the sender is not
     * trusted.
     */
    public ImportResult takeSent(Path path, long mostBytes, ProgressListener progress) {
        return opened(path, () -> DatasetSource.sent(metamodel, path, mostBytes),
                bundle -> take(bundle, new DatasetProblems(), progress));
    }

    /** @param mapping mapping of a foreign package; null for the one next to the package, if any */
    public ImportResult take(Path path, Path mapping, ProgressListener progress) {
        return take(path, mapping, new DatasetProblems(), progress);
    }

    /** @param problems receives every problem as it is found */
    public ImportResult take(Path path, Path mapping, DatasetProblems problems, ProgressListener progress) {
        return opened(path, () -> DatasetSource.open(metamodel, path, mapping), bundle -> take(bundle, problems, progress));
    }

    /** Opens the dataset. */
    private interface Opening {
        DatasetSource open() throws IOException;
    }

    private static <T> T opened(Path path, Opening opening, Function<DatasetSource, T> work) {
        try (DatasetSource bundle = opening.open()) {
            return work.apply(bundle);
        } catch (IOException e) {
            throw new UncheckedIOException("The dataset in " + path + " cannot be read", e);
        }
    }

    private ImportResult take(DatasetSource bundle, DatasetProblems problems, ProgressListener progress) {
        ImportResult outcome = writer.run(bundle, connection -> take(bundle, problems, progress, connection));
        if (!outcome.changes().none()) {
            database.analyze();
        }
        LOG.infof(outcome.same() ? "The database already contains %s" : "Imported %s", bundle);
        return outcome;
    }

    /** Updates derived data if an older release made it. */
    public void renew() {
        writer.run("the database", connection -> {
            DatasetRegistry register = new DatasetRegistry(connection, sessions);
            Dataset held = register.held().orElseGet(Dataset::new);
            return register
                    .commit(derive(connection, commitStrategy(connection, false), ProgressListener.NONE, held) ? held : null);
        });
    }

    /**
     * Checks a dataset for errors and warnings without changing anything.
     *
     * @param path null for the dataset included in the product
     */
    public DatasetProblems check(Path path, ProgressListener progress) {
        return check(path, null, progress);
    }

    /** @param mapping mapping of a foreign package; null for the one next to the package, if any */
    public DatasetProblems check(Path path, Path mapping, ProgressListener progress) {
        return check(path, mapping, new DatasetProblems(), progress);
    }

    /** @param problems receives every problem as it is found */
    public DatasetProblems check(Path path, Path mapping, DatasetProblems problems, ProgressListener progress) {
        return opened(path, () -> DatasetSource.open(metamodel, path, mapping),
                bundle -> writer.run(bundle, connection -> check(bundle, problems, progress, connection)));
    }

    private DatasetProblems check(DatasetSource bundle, DatasetProblems problems, ProgressListener progress,
            Connection connection)
            throws IOException, SQLException {
        ImportContext importContext = importContext(bundle, problems, progress);
        try (StagingArea stage = new StagingArea(connection, database.dialect(), importContext, false)) {
            review(stage, importContext, connection);
        }
        return importContext.problems();
    }

    private ImportContext importContext(DatasetSource bundle, DatasetProblems problems, ProgressListener progress)
            throws IOException {
        DatasetRegistry.check(bundle.descriptor(), problems);
        return new ImportContext(metamodel, bundle.contents(problems), problems, progress);
    }

    private ImportResult take(DatasetSource bundle, DatasetProblems problems, ProgressListener progress, Connection connection)
            throws IOException, SQLException {
        DatasetRegistry register = new DatasetRegistry(connection, sessions);
        Optional<Dataset> held = register.held();
        String before = held.map(one -> one.fingerprint).orElse(null);
        Dataset dataset = register.described(bundle.descriptor(), bundle.fingerprint());
        if (dataset.fingerprint.equals(before)) {
            // derived again, if an older release has imported it
            boolean made = derive(connection, commitStrategy(connection, false), progress, dataset);
            return done(register, dataset, new ImportResult(!made, ChangeCounts.NONE, problems, null));
        }
        warn(register, held, bundle, problems);
        ImportContext importContext = importContext(bundle, problems, progress);
        CommitStrategy commitStrategy = commitStrategy(connection, before == null);
        if (commitStrategy.alone()) {
            register.clear(metamodel, commitStrategy);
        }
        try (StagingArea stage = new StagingArea(connection, database.dialect(), importContext, false)) {
            review(stage, importContext, connection);
            importContext.problems().stop();
            History kept = history.next(connection, before == null);
            ChangeCounts changes = new StagingMerge(importContext, stage, commitStrategy, kept).run();
            tell(connection, commitStrategy, changes);
            derive(connection, commitStrategy, progress, dataset);
            // last, because without this row the database counts as empty, whatever else was committed
            register.describe(dataset, kept);
            register.writeTold(problems.hashes(), bundle.descriptor().delta());
            return done(register, dataset, new ImportResult(false, changes, importContext.problems(), null));
        }
    }

    /** Warns if a whole dataset replaces what was edited, and suppresses warnings that were reported before. */
    private static void warn(DatasetRegistry register, Optional<Dataset> held, DatasetSource bundle, DatasetProblems problems)
            throws SQLException {
        int edits = held.map(one -> one.edits).orElse(0);
        if (edits > 0 && !bundle.descriptor().delta()) {
            problems.alarm(new DatasetProblem(DataPackageDescriptor.FILE, 0, 0, "The dataset was edited " + edits
                    + " times since it was imported. It is replaced by this one, with all edits; the log of edits keeps them."));
        }
        problems.skip(register.toldWarnings());
    }

    /**
     * Whether the dataset was edited since it was imported, and importing these files would replace the edits.
     *
     * @param path null for the dataset included in the product
     */
    public boolean wouldReplaceEdits(Path path) {
        return opened(path, () -> DatasetSource.open(metamodel, path, null), bundle -> writer.run(bundle, connection -> {
            Optional<Dataset> edited = new DatasetRegistry(connection, sessions).held().filter(held -> held.edits > 0);
            return edited.isPresent() && !bundle.descriptor().delta()
                    && !edited.get().fingerprint.equals(bundle.fingerprint());
        }));
    }

    private void tell(Connection connection, CommitStrategy commitStrategy, ChangeCounts changes) throws SQLException {
        for (ImportListener listener : commitStrategy.alone() ? List.<ImportListener> of() : listeners) {
            listener.imported(connection, changes);
        }
    }

    private CommitStrategy commitStrategy(Connection connection, boolean alone) {
        return new CommitStrategy(connection, database.dialect(), alone);
    }

    private boolean derive(Connection connection, CommitStrategy commitStrategy, ProgressListener progress, Dataset dataset)
            throws SQLException {
        return new DerivedDataUpdater(derived, connection, commitStrategy, progress).run(dataset);
    }

    private static ImportResult done(DatasetRegistry register, Dataset dataset, ImportResult outcome) throws SQLException {
        String revision = register.commit(outcome.same() ? null : dataset);
        return new ImportResult(outcome.same(), outcome.changes(), outcome.problems(), revision);
    }

    /** Reads and checks a dataset. */
    static void review(StagingArea stage, ImportContext importContext, Connection connection)
            throws IOException, SQLException {
        stage.read();
        stage.index();
        new NameReferenceResolver(connection, importContext).run(stage.entityTypes());
        new DuplicateRecordMerger(connection, importContext).run(stage);
        new DuplicateCitationFilter(connection, importContext).run(stage);
        new OmissionPropagation(connection, importContext, stage).run();
        new DatasetValidator(connection, importContext).run(stage);
    }
}
