package dev.footnote.trail;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Line;
import dev.footnote.folder.Table;

/**
 * The records of a sheet, which stand where their entities stand.
 *
 * @param file the name of the file of entities
 * @param number of the feed in its dataset
 */
record SheetFeed(Table sheet, String file, int number, Faults faults) implements Feed {

    @Override
    public void read(Collection<String> known, Collection<String> needed, Consumer<Line> reading) throws IOException {
        sheet.read(null, List.of(), new Consumer<>() {

            private long line;
            private int part;

            @Override
            public void accept(Line record) {
                long origin = Long.parseLong(record.cell(Sheets.LINE));
                part = origin == line ? Math.min(part + 1, Place.MOST_PARTS - 1) : 0;
                line = origin;
                reading.accept(new Record(SheetFeed.this, record, new Place(number, 0, origin, part)));
            }
        });
    }

    @Override
    public double share() {
        return sheet.share();
    }

    @Override
    public Fault fault(Place place, String header, String value, String message) {
        return new Fault(file, place.line(), 0, header, value, message);
    }

    /** One of them. */
    private record Record(SheetFeed feed, Line line, Feed.Place at) implements Line {

        @Override
        public String cell(String header) {
            return line.cell(header);
        }

        @Override
        public long place() {
            return at.number();
        }

        @Override
        public void fault(String header, String message) {
            feed.faults.add(feed.fault(at, header, cell(header), message));
        }

        @Override
        public void warning(String header, String message) {
            feed.faults.warn(feed.fault(at, header, cell(header), message));
        }
    }
}
