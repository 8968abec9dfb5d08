package dev.footnote.mapping;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
            int first = files;
            int rule = at;
            Set<String> met = part.rule().once() ? new HashSet<>() : null;
            part.table().read(null, List.of(), line -> line(rule, first, line, met, reading));
            files += part.files();
        }
    }

    @Override
    public double share() {
        return at < parts.size() ? (at + parts.get(at).table().share()) / parts.size() : 1;
    }

    private void line(int rule, int first, Line line, Set<String> met, Consumer<Line> reading) {
        Part part = parts.get(rule);
        Place place = Place.of(line.place());
        List<Foreign> all = all(part, line);
        for (int i = 0; i < all.size(); i++) {
            Foreign cells = all.get(i);
            if (!part.rule().takes(cells)) {
                continue;
            }
            MappedLine record = new MappedLine(this, part.rule(), line,
                    new Place(number, first + place.file(), place.line(), Math.min(i, Place.MOST_PARTS - 1)));
            if (met == null || met.add(record.id(cells))) {
                record.fill(cells);
                reading.accept(record);
            }
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
