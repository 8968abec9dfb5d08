package dev.footnote.mapping;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.footnote.constraint.Tie;
import dev.footnote.folder.Carrier;
import dev.footnote.folder.Column;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Folder;
import dev.footnote.folder.Line;
import dev.footnote.folder.Table;

/** The records of one of our resources, read from foreign ones. */
final class MappedFeed implements Feed {

    /** What is read one behind the other; a rule reads each file of its resource under a number of its own. */
    record Part(Rule rule, Table table, int files, Set<String> unread) {
    }

    /** Longer texts are kept as their hashes. */
    private static final int LONGEST_IDENTITY = 64;

    private final String mapping;
    private final int number;
    private final List<Part> parts;
    private final Losses losses;
    private final List<List<String>> groups;
    private final List<Tie> ties;
    private final Map<String, Column> columns = new HashMap<>();
    private final Faults faults;
    private final Origins origins;
    /** Which part is being read. */
    private int at;

    /** @param carrier of its records; null where they are no records of a noun */
    MappedFeed(String resource, int number, List<Part> parts, Carrier carrier, Losses losses) {
        this.groups = carrier == null ? List.of() : carrier.groups();
        this.ties = carrier == null ? List.of() : carrier.ties();
        if (carrier != null) {
            carrier.columns().forEach(column -> columns.put(column.header(), column));
        }
        this.mapping = losses.mapping();
        this.number = number;
        this.parts = parts;
        this.losses = losses;
        this.faults = losses.faults();
        this.origins = new Origins(resource, number, mapping, parts);
    }

    Faults faults() {
        return faults;
    }

    /** @return null where the column is none of values */
    Column column(String header) {
        return columns.get(header);
    }

    /** Columns of which a record fills all or none. */
    List<List<String>> groups() {
        return groups;
    }

    /** Columns that are filled only where others are. */
    List<Tie> ties() {
        return ties;
    }

    @Override
    public void read(Collection<String> known, Collection<String> needed, Consumer<Line> reading) throws IOException {
        losses.tell();
        Set<String> met = parts.stream().anyMatch(part -> part.rule().again() == Rule.Again.ONCE) ? new HashSet<>() : null;
        int files = 0;
        for (at = 0; at < parts.size(); at++) {
            Part part = parts.get(at);
            Reading one = new Reading(part, files, met, reading);
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
        /** Which records were met, by this rule or by one ahead of it; null where nobody needs to know. */
        private final Set<String> met;
        private final Consumer<Line> taker;
        private final Losses.Tally again = new Losses.Tally();
        private final Map<String, Losses.Tally> drops = new LinkedHashMap<>();
        private long taken;

        private Reading(Part part, int first, Set<String> met, Consumer<Line> taker) {
            this.part = part;
            this.first = first;
            this.met = met;
            this.taker = taker;
        }

        private void line(Line line) {
            Place place = Place.of(line.place());
            for (Foreign cells : Foreign.all(part.rule(), line, part.unread())) {
                if (part.rule().takes(cells)) {
                    record(new MappedLine(MappedFeed.this, part.rule(), cells, new Place(number, first + place.file(),
                            place.line(), Math.min(cells.part(), Place.MOST_PARTS - 1))), cells);
                }
            }
        }

        private void record(MappedLine record, Foreign cells) {
            String identity = met == null ? null : part.rule().identity(cells);
            if (identity != null && !met.add(bounded(identity)) && part.rule().again() == Rule.Again.ONCE) {
                again.add(record, part.rule().id(cells));
                return;
            }
            taken++;
            record.fill(drops);
            taker.accept(record);
        }

        /** What is left out because the mapping says so. */
        private void tell() {
            if (again.count() > 0) {
                String alike = part.rule().columns().containsKey(Carrier.ID) ? "with the same id."
                        : "of those that say the same.";
                faults.warn(fault(again.first(), Carrier.ID, again.example(), "From here on " + again.many("record")
                        + " left out, because the mapping takes only the first " + alike));
            }
            if (again.count() > taken) {
                faults.alarm(new Fault(mapping, part.rule().place().line(), part.rule().place().column(), "The rule leaves out"
                        + " more than it takes: " + again.many("record") + " left out, and "
                        + Losses.Tally.many(taken, "record")
                        + " taken. Take \"once\" out, or give each record an id of its own, unless that is meant."));
            }
            drops.forEach((header, drop) -> faults.warn(fault(drop.first(), header, drop.cells(), "From here on "
                    + drop.many("cell") + " left out, because the mapping says null for what is in the line.")));
        }
    }

    private static String bounded(String identity) {
        return identity.length() <= LONGEST_IDENTITY ? identity
                : HexFormat.of().formatHex(Folder.sha256().digest(identity.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public boolean leavesOut() {
        return parts.stream().anyMatch(part -> part.rule().leavesOut());
    }

    @Override
    public void leftOut(Consumer<String> reading) throws IOException {
        for (Part part : parts) {
            if (part.rule().leavesOut()) {
                part.table().read(null, List.of(), line -> Foreign.all(part.rule(), line, part.unread()).stream()
                        .filter(cells -> !part.rule().takes(cells)).map(part.rule()::id).filter(id -> id != null)
                        .forEach(reading));
            }
        }
    }

    @Override
    public List<Span> merging() {
        return origins.spans(rule -> rule.again() == Rule.Again.MERGE);
    }

    @Override
    public List<Span> existing() {
        return origins.spans(Rule::existing);
    }

    @Override
    public List<Span> byName(String header) {
        return origins.spans(rule -> rule.byName().contains(header));
    }

    @Override
    public void look(String header, Collection<Place> places) throws IOException {
        origins.look(header, places);
    }

    @Override
    public Fault fault(Place place, String header, String value, String message) {
        return origins.fault(place, header, value, message);
    }

    /** @param cells what the cells say from which the column is read */
    Fault fault(Place place, String header, Map<String, String> cells, String message) {
        return origins.fault(place, header, cells, null, message);
    }
}
