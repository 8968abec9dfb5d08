package dev.footnote.dataset.mapping;

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

import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.HiddenCharacters;
import dev.footnote.dataset.datapackage.RecordSource;
import dev.footnote.dataset.datapackage.SourceRecord;

/** Finds the foreign cells from which a mapped column is read, so that a problem points at the exact cell. */
final class CellOrigins {

    private final String resource;
    private final int number;
    private final String mapping;
    private final List<MappedRecordSource.Part> parts;
    /** Text of the cells from which a column was read, by place and column, as far as they were looked up. */
    private final Map<String, Map<String, String>> looked = new HashMap<>();

    /**
     * Creates a lookup.
     *
     * @param resource name of the mapped resource
     * @param number index of its source in the dataset
     * @param mapping name of the mapping file
     */
    CellOrigins(String resource, int number, String mapping, List<MappedRecordSource.Part> parts) {
        this.resource = resource;
        this.number = number;
        this.mapping = mapping;
        this.parts = parts;
    }

    /** Ranges of the lines that are read by certain rules. */
    List<RecordSource.Span> spans(Predicate<MappingRule> rules) {
        List<RecordSource.Span> spans = new ArrayList<>();
        int files = 0;
        for (MappedRecordSource.Part part : parts) {
            int behind = files + part.files();
            if (rules.test(part.rule())) {
                spans.add(new RecordSource.Span(new RecordSource.Place(number, files, 0, 0).number(),
                        new RecordSource.Place(number, behind, 0, 0).number()));
            }
            files = behind;
        }
        return spans;
    }

    /** The part that contains a place, and the index of the file within that part. */
    private Map.Entry<MappedRecordSource.Part, Integer> found(RecordSource.Place place) {
        int file = place.file();
        int i = 0;
        while (file >= parts.get(i).files()) {
            file -= parts.get(i).files();
            i++;
        }
        return Map.entry(parts.get(i), file);
    }

    /** Reads from which cells a column of the given lines comes, where this differs from line to line. */
    void look(String header, Collection<RecordSource.Place> places) throws IOException {
        Map<MappedRecordSource.Part, Map<Integer, Set<RecordSource.Place>>> wanted = new HashMap<>();
        for (RecordSource.Place place : places) {
            Map.Entry<MappedRecordSource.Part, Integer> found = found(place);
            if (found.getKey().rule().origins(header, place.part()).size() > 1) {
                wanted.computeIfAbsent(found.getKey(), key -> new HashMap<>())
                        .computeIfAbsent(found.getValue(), key -> new HashSet<>()).add(place);
            }
        }
        for (Map.Entry<MappedRecordSource.Part, Map<Integer, Set<RecordSource.Place>>> part : wanted.entrySet()) {
            part.getKey().table().read(null, List.of(), line -> look(header, part.getKey(), part.getValue(), line));
        }
    }

    private void look(String header, MappedRecordSource.Part part, Map<Integer, Set<RecordSource.Place>> wanted,
            SourceRecord line) {
        RecordSource.Place here = RecordSource.Place.of(line.place());
        for (RecordSource.Place place : wanted.getOrDefault(here.file(), Set.of())) {
            if (place.line() == here.line()) {
                SourceRow.all(part.rule(), line, part.unread()).stream().filter(cells -> cells.part() == place.part())
                        .forEach(cells -> looked.put(place.number() + header, said(part.rule().origins(header, cells), line)));
            }
        }
    }

    static Map<String, String> said(Set<String> columns, SourceRecord line) {
        Map<String, String> said = new LinkedHashMap<>();
        columns.forEach(column -> said.put(column, line.cell(column)));
        return said;
    }

    DatasetProblem problem(RecordSource.Place place, String header, String value, String message) {
        Map<String, String> cells = looked.get(place.number() + header);
        if (cells == null) {
            cells = new LinkedHashMap<>();
            for (String column : found(place).getKey().rule().origins(header, place.part())) {
                cells.put(column, value);
            }
        }
        return problem(place, header, cells, value, message);
    }

    /**
     * Creates a problem for a mapped cell. It points at the mapping if the value is a constant there, and at the whole line if
     * several cells are read.
     *
     * @param cells text of the cells from which the column is read
     */
    DatasetProblem problem(RecordSource.Place place, String header, Map<String, String> cells, String value, String message) {
        Map.Entry<MappedRecordSource.Part, Integer> found = found(place);
        MappingRule rule = found.getKey().rule();
        RecordSource.Place line = new RecordSource.Place(0, found.getValue(), place.line(), 0);
        String as = resource + "." + header + " (" + mapping + ":" + rule.place().line() + ").";
        if (cells.isEmpty() && rule.columns().containsKey(header)) {
            MappingRule.Place said = rule.said(header);
            return new DatasetProblem(mapping, said.line(), said.column(), header, value, message + " It is read as " + as);
        }
        String cell = cell(cells, value, message);
        if (cell == null) {
            String from = cells.size() < 2 ? "" : " from " + String.join(" and ", cells.keySet());
            return found.getKey().table().problem(line, null, value, message + " It is read" + from + " as " + as);
        }
        String text = cells.get(cell) == null ? value : cells.get(cell);
        return found.getKey().table().problem(line, cell, text, message + " It is read as " + as);
    }

    /** The one cell of several that caused the problem; null if that is not known. */
    private static String cell(Map<String, String> cells, String value, String message) {
        List<String> meant = cells.keySet().stream().filter(cell -> cells.size() == 1 || cells.get(cell) != null
                && (cells.get(cell).equals(value) || message.equals(HiddenCharacters.of(cells.get(cell))))).toList();
        return meant.size() == 1 ? meant.get(0) : null;
    }
}
