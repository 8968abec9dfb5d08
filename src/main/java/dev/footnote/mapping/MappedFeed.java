package dev.footnote.mapping;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Line;
import dev.footnote.folder.Table;

/** The records of one of our resources, read from foreign ones. */
final class MappedFeed implements Feed {

    /** What is read one behind the other; a rule reads each file of its resource under a number of its own. */
    record Part(Rule rule, Table table, int files, Set<String> unread) {
    }

    private final String resource;
    private final String mapping;
    private final int number;
    private final List<Part> parts;
    private final Losses losses;
    private final Map<String, Column> columns = new HashMap<>();
    private final Faults faults;
    /** Which part is being read. */
    private int at;

    /** @param carrier of its records; null where they are no records of a noun */
    MappedFeed(String resource, int number, List<Part> parts, Carrier carrier, Losses losses) {
        this.resource = resource;
        if (carrier != null) {
            carrier.columns().forEach(column -> columns.put(column.header(), column));
        }
        this.mapping = losses.mapping();
        this.number = number;
        this.parts = parts;
        this.losses = losses;
        this.faults = losses.faults();
    }

    Faults faults() {
        return faults;
    }

    /** @return null where the column is none of values */
    Column column(String header) {
        return columns.get(header);
    }

    @Override
    public void read(Collection<String> known, Collection<String> needed, Consumer<Line> reading) throws IOException {
        losses.tell();
        int files = 0;
        for (at = 0; at < parts.size(); at++) {
            Part part = parts.get(at);
            Reading one = new Reading(part, files, reading);
            part.table().read(null, List.of(), one::line);
            one.tell();
            files += part.files();
        }
    }

    @Override
    public double share() {
        return at < parts.size() ? (at + parts.get(at).table().share()) / parts.size() : 1;
    }

    /** One rule's reading of its files, the first of which has a number. */
    private final class Reading {

        private final Part part;
        private final int first;
        private final Consumer<Line> taker;
        /** Which ids were met; null where all records are taken. */
        private final Set<String> met;
        private final Losses.Tally again = new Losses.Tally();
        private final Map<String, Losses.Tally> drops = new LinkedHashMap<>();

        private Reading(Part part, int first, Consumer<Line> taker) {
            this.part = part;
            this.first = first;
            this.taker = taker;
            this.met = part.rule().once() ? new HashSet<>() : null;
        }

        private void line(Line line) {
            Place place = Place.of(line.place());
            List<Foreign> all = all(part, line);
            for (int i = 0; i < all.size(); i++) {
                if (part.rule().takes(all.get(i))) {
                    record(new MappedLine(MappedFeed.this, part.rule(), line,
                            new Place(number, first + place.file(), place.line(), Math.min(i, Place.MOST_PARTS - 1))),
                            all.get(i));
                }
            }
        }

        private void record(MappedLine record, Expression.Cells cells) {
            String id = met == null ? null : record.id(cells);
            if (met != null && !met.add(id)) {
                again.add(record, id);
                return;
            }
            record.fill(cells, drops);
            taker.accept(record);
        }

        /** What is left out because the mapping says so. */
        private void tell() {
            if (again.count() > 0) {
                faults.warn(fault(again.first(), Carrier.ID, again.example(), "From here on " + again.many("record")
                        + " left out, because the mapping takes only the first with the same id."));
            }
            drops.forEach((header, drop) -> faults.warn(fault(drop.first(), header, drop.example(), "From here on "
                    + drop.many("cell") + " left out, because the mapping says null for what is in the line.")));
        }
    }

    /** What a rule takes a line apart to, once for each record. */
    private static List<Foreign> all(Part part, Line line) {
        Foreign whole = new Foreign(line, Map.of(), part.unread());
        return part.rule().each() == null ? List.of(whole)
                : part.rule().each().all(whole).stream().map(made -> new Foreign(line, made, part.unread())).toList();
    }

    @Override
    public boolean leavesOut() {
        return parts.stream().anyMatch(part -> part.rule().leavesOut());
    }

    @Override
    public void leftOut(Consumer<String> reading) throws IOException {
        for (Part part : parts) {
            if (part.rule().leavesOut()) {
                part.table().read(null, List.of(), line -> all(part, line).stream().filter(cells -> !part.rule().takes(cells))
                        .map(part.rule()::id).filter(id -> id != null).forEach(reading));
            }
        }
    }

    @Override
    public Fault fault(Place place, String header, String value, String message) {
        int file = place.file();
        int i = 0;
        while (file >= parts.get(i).files()) {
            file -= parts.get(i).files();
            i++;
        }
        Rule rule = parts.get(i).rule();
        String origin = rule.origin(header);
        String read = message + " It is read as " + resource + "." + header + " (" + mapping + ":" + rule.line() + ").";
        return parts.get(i).table().fault(new Place(0, file, place.line(), 0), origin == null ? header : origin, value, read);
    }
}
