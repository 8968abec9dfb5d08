package dev.footnote.mapping;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import dev.footnote.cell.Blemish;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Feed;
import dev.footnote.folder.Line;

/** Finds the foreign cells that our columns are read from, so that a fault points at the very cell. */
final class Origins {

    private final String resource;
    private final int number;
    private final String mapping;
    private final List<MappedFeed.Part> parts;
    /** What the cells say from which a column was read, by place and column, as far as somebody looked. */
    private final Map<String, Map<String, String>> looked = new HashMap<>();

    /**
     * @param resource ours
     * @param number of its feed
     * @param mapping the name of its file
     */
    Origins(String resource, int number, String mapping, List<MappedFeed.Part> parts) {
        this.resource = resource;
        this.number = number;
        this.mapping = mapping;
        this.parts = parts;
    }

    /** The lines that some rules read. */
    List<Feed.Span> spans(Predicate<Rule> rules) {
        List<Feed.Span> spans = new ArrayList<>();
        int files = 0;
        for (MappedFeed.Part part : parts) {
            int behind = files + part.files();
            if (rules.test(part.rule())) {
                spans.add(new Feed.Span(new Feed.Place(number, files, 0, 0).number(),
                        new Feed.Place(number, behind, 0, 0).number()));
            }
            files = behind;
        }
        return spans;
    }

    /** The part of a place, and the number of its file there. */
    private Map.Entry<MappedFeed.Part, Integer> found(Feed.Place place) {
        int file = place.file();
        int i = 0;
        while (file >= parts.get(i).files()) {
            file -= parts.get(i).files();
            i++;
        }
        return Map.entry(parts.get(i), file);
    }

    /** Reads which cells of some lines a column comes from, where that differs from line to line. */
    void look(String header, Collection<Feed.Place> places) throws IOException {
        Map<MappedFeed.Part, Map<Integer, Set<Feed.Place>>> wanted = new HashMap<>();
        for (Feed.Place place : places) {
            Map.Entry<MappedFeed.Part, Integer> found = found(place);
            if (found.getKey().rule().origins(header, place.part()).size() > 1) {
                wanted.computeIfAbsent(found.getKey(), key -> new HashMap<>())
                        .computeIfAbsent(found.getValue(), key -> new HashSet<>()).add(place);
            }
        }
        for (Map.Entry<MappedFeed.Part, Map<Integer, Set<Feed.Place>>> part : wanted.entrySet()) {
            part.getKey().table().read(null, List.of(), line -> look(header, part.getKey(), part.getValue(), line));
        }
    }

    private void look(String header, MappedFeed.Part part, Map<Integer, Set<Feed.Place>> wanted, Line line) {
        Feed.Place here = Feed.Place.of(line.place());
        for (Feed.Place place : wanted.getOrDefault(here.file(), Set.of())) {
            if (place.line() == here.line()) {
                Foreign.all(part.rule(), line, part.unread()).stream().filter(cells -> cells.part() == place.part())
                        .forEach(cells -> looked.put(place.number() + header, said(part.rule().origins(header, cells), line)));
            }
        }
    }

    static Map<String, String> said(Set<String> columns, Line line) {
        Map<String, String> said = new LinkedHashMap<>();
        columns.forEach(column -> said.put(column, line.cell(column)));
        return said;
    }

    Fault fault(Feed.Place place, String header, String value, String message) {
        Map<String, String> cells = looked.get(place.number() + header);
        if (cells == null) {
            cells = new LinkedHashMap<>();
            for (String column : found(place).getKey().rule().origins(header, place.part())) {
                cells.put(column, value);
            }
        }
        return fault(place, header, cells, value, message);
    }

    /**
     * What is wrong with a cell; with the mapping where all is said there, and with the line where several cells are read.
     *
     * @param cells what the cells say from which the column is read
     */
    Fault fault(Feed.Place place, String header, Map<String, String> cells, String value, String message) {
        Map.Entry<MappedFeed.Part, Integer> found = found(place);
        Rule rule = found.getKey().rule();
        Feed.Place line = new Feed.Place(0, found.getValue(), place.line(), 0);
        String as = resource + "." + header + " (" + mapping + ":" + rule.place().line() + ").";
        if (cells.isEmpty() && rule.columns().containsKey(header)) {
            Rule.Place said = rule.said(header);
            return new Fault(mapping, said.line(), said.column(), header, value, message + " It is read as " + as);
        }
        String cell = cell(cells, value, message);
        if (cell == null) {
            String from = cells.size() < 2 ? "" : " from " + String.join(" and ", cells.keySet());
            return found.getKey().table().fault(line, null, value, message + " It is read" + from + " as " + as);
        }
        String text = cells.get(cell) == null ? value : cells.get(cell);
        return found.getKey().table().fault(line, cell, text, message + " It is read as " + as);
    }

    /** The one cell of several that is meant; null where that cannot be told. */
    private static String cell(Map<String, String> cells, String value, String message) {
        List<String> meant = cells.keySet().stream().filter(cell -> cells.size() == 1 || cells.get(cell) != null
                && (cells.get(cell).equals(value) || message.equals(Blemish.of(cells.get(cell))))).toList();
        return meant.size() == 1 ? meant.get(0) : null;
    }
}
