package dev.footnote.edit.draft;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.datapackage.SourceRecord;

/**
 * Records of one resource that an edit writes, so that an edit is checked by the rules of an import. The line of a problem is
 * the number of the row.
 *
 * @param resource name of the resource, which stands for the file in problems
 * @param feed index among the resources of the edit
 */
record DraftSource(String resource, int feed, List<Row> rows, DatasetProblems problems) implements RecordSource {

    /**
     * One row.
     *
     * @param cells texts by header
     * @param path finds the place in the input from a header, or from null for the row
     */
    record Row(Map<String, String> cells, Function<String, InputPath> path) {
    }

    @Override
    public void read(Collection<String> known, Collection<String> needed, Consumer<SourceRecord> reading) {
        for (int i = 0; i < rows.size(); i++) {
            reading.accept(new Line(new Place(feed, 0, i + 1L, 0), rows.get(i)));
        }
    }

    @Override
    public double share() {
        return 1;
    }

    @Override
    public DatasetProblem problem(Place place, String header, String value, String message) {
        return new DatasetProblem(resource, place.line(), 0, header, value, message);
    }

    /** The place in the input of a problem. */
    InputPath path(DatasetProblem problem) {
        return rows.get((int) problem.line() - 1).path().apply(problem.header());
    }

    /** A row while it is read. */
    private final class Line implements SourceRecord {

        private final Place place;
        private final Row row;

        Line(Place place, Row row) {
            this.place = place;
            this.row = row;
        }

        @Override
        public String cell(String header) {
            return row.cells().get(header);
        }

        @Override
        public long place() {
            return place.number();
        }

        @Override
        public void problem(String header, String message) {
            problems.add(DraftSource.this.problem(place, header, cell(header), message));
        }

        @Override
        public void warning(String header, String message) {
            problems.warn(DraftSource.this.problem(place, header, cell(header), message));
        }
    }
}
