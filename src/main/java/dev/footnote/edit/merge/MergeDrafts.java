package dev.footnote.edit.merge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.dataset.datapackage.TableColumn;
import dev.footnote.edit.draft.CurrentRecords;
import dev.footnote.edit.draft.CurrentRecords.Current;
import dev.footnote.edit.draft.EditProblems;
import dev.footnote.edit.draft.InputPath;
import dev.footnote.edit.draft.ProblemCode;
import dev.footnote.edit.draft.RecordDraft;
import dev.footnote.edit.draft.RecordState;
import dev.footnote.metamodel.EntityType;
import dev.footnote.metamodel.GlobalId;

/** Makes the drafts that merge a record into another one of the same type. */
public final class MergeDrafts {

    static final int MOST_CHANGES = 5000;

    private final CurrentRecords records;
    private final Merge merge;
    private final EditProblems problems;
    private final Map<String, RecordDraft> drafts = new LinkedHashMap<>();

    public MergeDrafts(CurrentRecords records, Merge merge, EditProblems problems) {
        this.records = records;
        this.merge = merge;
        this.problems = problems;
    }

    /** The drafts: the record that stays, those that refer to the other one, and the other one, which is deleted. */
    public Collection<RecordDraft> make() {
        Optional<Current> into = find("into", merge.into());
        Optional<Current> from = find("from", merge.from());
        if (into.isPresent() && from.isPresent() && areMergeable(into.get(), from.get())) {
            merge(into.get(), from.get());
        }
        return drafts.values();
    }

    private Optional<Current> find(String argument, String text) {
        InputPath path = InputPath.of(argument);
        Optional<GlobalId> id = GlobalId.parse(text);
        Optional<EntityColumns> columns = id.flatMap(known -> records.columnsOfTable(known.kind()));
        if (columns.isEmpty()) {
            problems.noGlobalId(path, text);
            return Optional.empty();
        }
        Optional<Current> current = records.find(columns.get(), id.get().slug());
        if (current.isEmpty()) {
            problems.add(ProblemCode.NOT_FOUND, path, records.mergedInto(id.get())
                    .map(merged -> text + " was merged into " + merged + ".")
                    .orElse("There is no record " + text + "."));
        }
        return current;
    }

    private boolean areMergeable(Current into, Current from) {
        if (into.row().globalId().equals(from.row().globalId())) {
            problems.add(ProblemCode.INVALID, InputPath.of("from"), "This is the same record. Name another one.");
        } else if (type(into) != type(from)) {
            problems.add(ProblemCode.INVALID, InputPath.of("from"), merge.from() + " is no " + type(into).type()
                    + ". Both records must be of one type.");
        }
        return problems.none();
    }

    private void merge(Current into, Current from) {
        Set<GlobalId> referring = new LinkedHashSet<>(records.referringTo(from.row()));
        referring.remove(id(into));
        referring.remove(id(from));
        if (referring.size() > MOST_CHANGES) {
            problems.add(ProblemCode.TOO_LARGE, InputPath.of("from"), referring.size() + " records refer to " + merge.from()
                    + ", and a merge changes at most " + MOST_CHANGES + ". Merge the other way round, or import a delta.");
            return;
        }
        add(into, new RecordState(kept(into, from), union(into.state(), from.state())));
        List<Moved> moved = new ArrayList<>();
        for (GlobalId one : referring) {
            Current current = records.find(records.columnsOfTable(one.kind()).orElseThrow(), one.slug()).orElseThrow();
            moved.add(new Moved(current, moved(current, into, from)));
        }
        new MergedReferences(records, into, moved).drafts().forEach(this::add);
        MergedNames.of(records, into, from, moved).ifPresent(this::add);
        add(RecordDraft.deletion(from, InputPath.of("from")));
    }

    private void add(Current current, RecordState after) {
        add(new RecordDraft(current.row().entityColumns(), current.row().id(), Optional.of(current), Optional.of(after),
                RecordDraft.Paths.all(InputPath.of("from"))));
    }

    private void add(RecordDraft draft) {
        drafts.put(draft.globalId(), draft);
    }

    /** The values of the record that stays, with those of the other one that it lacks. */
    private static Map<String, String> kept(Current into, Current from) {
        Map<String, String> cells = new HashMap<>(into.state().cells());
        List<TableColumn> columns = into.row().entityColumns().columns();
        columns.stream().filter(column -> refers(column, cells, from)).forEach(column -> cells.remove(column.header()));
        Set<String> known = new HashSet<>();
        columns.stream().filter(column -> cells.containsKey(column.header())).forEach(column -> known.add(column.field()));
        Map<String, String> other = from.state().cells();
        for (TableColumn column : columns) {
            boolean isLacking = !known.contains(column.field()) && other.containsKey(column.header());
            // it would refer to itself
            if (isLacking && !refers(column, other, into) && !refers(column, other, from)) {
                cells.put(column.header(), other.get(column.header()));
            }
        }
        return cells;
    }

    /** The values of a record that referred to the one, and refers to the other. */
    private Map<String, String> moved(Current referring, Current into, Current from) {
        Map<String, String> cells = new HashMap<>(referring.state().cells());
        List<TableColumn> columns = referring.row().entityColumns().columns();
        boolean alreadyRefers = columns.stream().anyMatch(column -> refers(column, cells, into));
        columns.stream().filter(column -> refers(column, cells, from))
                .forEach(column -> cells.put(column.header(), into.row().id()));
        if (alreadyRefers) {
            problems.add(ProblemCode.INVALID, InputPath.of("from"), referring.row().globalId() + " relates the two records, and"
                    + " would relate " + into.row().globalId() + " to itself. Delete it first.");
        }
        return cells;
    }

    private static boolean refers(TableColumn column, Map<String, String> cells, Current record) {
        return column.target() == type(record).entity() && record.row().id().equals(cells.get(column.header()));
    }

    /** The citations of both states, without repeats. */
    static List<Map<String, String>> union(RecordState one, RecordState other) {
        Set<Map<String, String>> citations = new LinkedHashSet<>(one.citations());
        citations.addAll(other.citations());
        return List.copyOf(citations);
    }

    private static EntityType type(Current record) {
        return record.row().entityColumns().entityType();
    }

    private static GlobalId id(Current record) {
        return new GlobalId(type(record).table(), record.row().id());
    }

    /** A record that refers to the record that is merged, and its values afterwards. */
    record Moved(Current current, Map<String, String> cells) {

        EntityColumns columns() {
            return current.row().entityColumns();
        }
    }
}
