package dev.footnote.dataset.ftm;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import dev.footnote.dataset.datapackage.CsvTableReader;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.datapackage.SourceRecord;

/**
 * Source of the records of a temporary table, with the places of the entities they come from.
 *
 * @param file name of the FollowTheMoney file
 * @param number index of this source in the dataset
 */
record FtmRecordSource(CsvTableReader sheet, String file, int number, DatasetProblems problems) implements RecordSource {

    @Override
    public void read(Collection<String> known, Collection<String> needed, Consumer<SourceRecord> reading) throws IOException {
        sheet.read(null, List.of(), new Consumer<>() {

            private long line;
            private int part;

            @Override
            public void accept(SourceRecord record) {
                long origin = Long.parseLong(record.cell(FtmTempTables.LINE));
                part = origin == line ? Math.min(part + 1, Place.MOST_PARTS - 1) : 0;
                line = origin;
                reading.accept(new Record(FtmRecordSource.this, record, new Place(number, 0, origin, part)));
            }
        });
    }

    @Override
    public double share() {
        return sheet.share();
    }

    @Override
    public DatasetProblem problem(Place place, String header, String value, String message) {
        return new DatasetProblem(file, place.line(), 0, header, value, message);
    }

    /** A record of the table. */
    private record Record(FtmRecordSource feed, SourceRecord line, RecordSource.Place at) implements SourceRecord {

        @Override
        public String cell(String header) {
            return line.cell(header);
        }

        @Override
        public long place() {
            return at.number();
        }

        @Override
        public void problem(String header, String message) {
            feed.problems.add(feed.problem(at, header, cell(header), message));
        }

        @Override
        public void warning(String header, String message) {
            feed.problems.warn(feed.problem(at, header, cell(header), message));
        }
    }
}
