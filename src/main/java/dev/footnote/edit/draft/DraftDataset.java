package dev.footnote.edit.draft;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.DatasetReader;
import dev.footnote.dataset.datapackage.EntityColumns;
import dev.footnote.edit.draft.DraftSource.Row;

/** The drafts of an edit as a delta of a dataset. */
public final class DraftDataset {

    private final Map<String, DraftSource> sources = new LinkedHashMap<>();

    public DraftDataset(Collection<RecordDraft> drafts, DatasetProblems problems) {
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        for (RecordDraft draft : drafts) {
            if (draft.after().isEmpty()) {
                rows(rows, DatasetReader.DELETIONS).add(new Row(Map.of(DatasetReader.RECORD, draft.globalId()),
                        draft.paths()::of));
            } else {
                add(rows, draft, draft.after().get());
            }
        }
        rows.forEach((resource, all) -> sources.put(resource,
                new DraftSource(resource, sources.size(), List.copyOf(all), problems)));
    }

    private static List<Row> rows(Map<String, List<Row>> rows, String resource) {
        return rows.computeIfAbsent(resource, key -> new ArrayList<>());
    }

    private static void add(Map<String, List<Row>> rows, RecordDraft draft, RecordState after) {
        Map<String, String> cells = new HashMap<>(after.cells());
        cells.put(EntityColumns.ID, draft.slug());
        rows(rows, draft.columns().entityType().resource()).add(new Row(cells, draft.paths()::of));
        for (int i = 0; i < after.citations().size(); i++) {
            int index = i;
            Map<String, String> citation = new HashMap<>(after.citations().get(i));
            citation.put("subject", draft.globalId());
            rows(rows, RecordState.CITATIONS).add(new Row(citation, header -> draft.paths().citation(index, header)));
        }
    }

    /** @param allColumns of all entity types */
    public DatasetReader reader(List<EntityColumns> allColumns) {
        return new DatasetReader(allColumns, true, sources);
    }

    /** The place in the input of a problem. */
    public InputPath path(DatasetProblem problem) {
        DraftSource source = sources.get(problem.file());
        return source == null || problem.line() == 0 ? InputPath.of() : source.path(problem);
    }
}
