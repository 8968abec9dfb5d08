package dev.footnote.edit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import dev.footnote.database.JdbcOperations;
import dev.footnote.dataset.importer.ImportListener;
import dev.footnote.dataset.merge.ChangeCounts;
import dev.footnote.dataset.merge.ChangedRecords;
import dev.footnote.edit.draft.FieldDiff;
import dev.footnote.edit.draft.RecordDraft;
import dev.footnote.edit.log.ChangeAction;
import dev.footnote.edit.log.EditKind;
import dev.footnote.edit.merge.Merge;
import dev.footnote.metamodel.scalar.CustomScalars;

/** Log of all edits and imports. It is written in the transaction that changes the records. */
@Singleton
public class EditLog implements ImportListener {

    /**
     * What the log says of an edit as a whole.
     *
     * @param by name of the caller; empty for an import at the command line
     * @param reverted number of the edit that it takes back
     * @param key idempotency key
     * @param hash SHA-256 of the input, in hexadecimal
     * @param merge what it merges
     */
    record Entry(EditKind kind, Optional<String> by, Optional<String> summary, Optional<Integer> reverted, Optional<String> key,
            String hash, Optional<Merge> merge) {

        /** The global id of the record that another one is merged into. */
        String mergedInto(String record) {
            return merge.filter(one -> one.from().equals(record)).map(Merge::into).orElse(null);
        }
    }

    private static final String RECORD_CHANGE = """
            INSERT INTO record_change (id, slug, edit_id, record, action, subject_kind, subject_id, merged_into)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String RECORD_MERGE = "INSERT INTO record_merge (record, edit_id, merged_into) VALUES (?, ?, ?)";

    private static final String FIELD_CHANGE = """
            INSERT INTO field_change (id, slug, change_id, field, before, after)
            VALUES (?, ?, ?, ?, ?, ?)""";

    private final Clock clock;

    @Inject
    EditLog() {
        this(Clock.systemUTC());
    }

    EditLog(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void imported(Connection connection, ChangeCounts changes) throws SQLException {
        Entry entry = new Entry(EditKind.IMPORT, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), null,
                Optional.empty());
        edit(connection, entry, changes);
    }

    /**
     * What was written.
     *
     * @param edit the number of the edit
     */
    record Written(int edit, ChangedRecords changed) {
    }

    Written write(Connection connection, Entry entry, Collection<RecordDraft> drafts) throws SQLException {
        Map<String, Set<Integer>> changed = new HashMap<>();
        int edit = edit(connection, entry, new ChangeCounts(count(drafts, ChangeAction.CREATED),
                count(drafts, ChangeAction.UPDATED), count(drafts, ChangeAction.DELETED)));
        merge(connection, entry, edit);
        int change = next(connection, "record_change");
        int field = next(connection, "field_change");
        try (PreparedStatement changes = connection.prepareStatement(RECORD_CHANGE);
                PreparedStatement fields = connection.prepareStatement(FIELD_CHANGE)) {
            for (RecordDraft draft : drafts) {
                String kind = draft.columns().entityType().table();
                int number = number(connection, draft);
                changed.computeIfAbsent(kind, key -> new HashSet<>()).add(number);
                JdbcOperations.bind(changes, change, String.valueOf(change), edit, draft.globalId(), draft.action().name(),
                        kind, number, entry.mergedInto(draft.globalId()));
                changes.addBatch();
                for (FieldDiff diff : draft.fields()) {
                    JdbcOperations.bind(fields, field, String.valueOf(field), change, diff.field(), diff.before(),
                            diff.after());
                    fields.addBatch();
                    field++;
                }
                change++;
            }
            changes.executeBatch();
            fields.executeBatch();
        }
        return new Written(edit, new ChangedRecords(changed));
    }

    private static void merge(Connection connection, Entry entry, int edit) throws SQLException {
        if (entry.merge.isPresent()) {
            JdbcOperations.execute(connection, RECORD_MERGE, entry.merge.get().from(), edit, entry.merge.get().into());
        }
    }

    private static long count(Collection<RecordDraft> drafts, ChangeAction action) {
        return drafts.stream().filter(draft -> draft.action() == action).count();
    }

    private int edit(Connection connection, Entry entry, ChangeCounts counts) throws SQLException {
        int number = next(connection, "edit");
        JdbcOperations.execute(connection,
                """
                        INSERT INTO edit (id, slug, kind, made_at, made_by, summary, created, updated, deleted, reverted_id, request_key,
                          request_hash)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                number, String.valueOf(number), entry.kind.name(),
                CustomScalars.written(clock.instant()), entry.by.orElse(null), entry.summary.orElse(null),
                (int) counts.added(), (int) counts.changed(), (int) counts.deleted(), entry.reverted.orElse(null),
                entry.key.orElse(null), entry.hash);
        return number;
    }

    private static int next(Connection connection, String table) throws SQLException {
        // numbers of records that are no longer kept are not used again, because clients go on after them
        return number(connection, """
                SELECT GREATEST(COALESCE((SELECT MAX(id) FROM %1$s), 0),
                  COALESCE((SELECT number FROM log_start WHERE log = '%1$s'), 0)) + 1""".formatted(table));
    }

    /** The number of the record; a new one has it since it was written. */
    private static int number(Connection connection, RecordDraft draft) throws SQLException {
        return draft.number().isPresent() ? draft.number().get()
                : number(connection, "SELECT id FROM " + draft.columns().entityType().table() + " WHERE slug = ?",
                        draft.slug());
    }

    private static int number(Connection connection, String sql, Object... values) throws SQLException {
        return JdbcOperations.first(connection, sql, row -> row.getInt(1), values).orElseThrow();
    }
}
