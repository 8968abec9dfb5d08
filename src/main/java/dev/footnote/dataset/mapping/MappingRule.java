package dev.footnote.dataset.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.footnote.dataset.datapackage.EntityColumns;

/**
 * Rule that maps one foreign resource to records.
 *
 * @param from name of the foreign resource
 * @param each how a row is split; null if each row is one record
 * @param when conditions that must all hold for a row to be read
 * @param unless conditions of which none may hold
 * @param again what to do with repeated records
 * @param existing whether a record is dropped if it refers to one that does not exist
 * @param columns expressions for our columns, by header
 * @param byName our columns in which the text is the name of a record instead of its id
 * @param place position of the rule in the mapping
 */
record MappingRule(String from, Each each, List<Condition> when, List<Condition> unless, Again again, boolean existing,
        Map<String, Expression> columns, Set<String> byName, Place place) {

    /**
     * Splits one row into several records: one for each piece of a cell, or one for each of several columns.
     *
     * @param of the columns; a single one if its cell is split
     * @param at separator between pieces; null if each column makes a record
     * @param by separator between the parts of a piece; null if it has none
     * @param as names of the parts of a piece, or names for the column's name and its cell
     */
    record Each(List<String> of, String at, String by, List<String> as) {

        /**
         * One piece, which becomes one record.
         *
         * @param number index of the column, or of the piece if a cell is split, counted from 0
         * @param named values by the names that the rule gives
         */
        record Piece(int number, Map<String, String> named) {
        }

        /** Splits a row into pieces. */
        List<Piece> all(Expression.Cells cells) {
            List<Piece> all = new ArrayList<>();
            for (int i = 0; i < of.size(); i++) {
                String cell = cells.cell(of.get(i));
                if (cell != null && at == null) {
                    all.add(new Piece(i, named(List.of(of.get(i), cell))));
                } else if (cell != null) {
                    for (String piece : cell.split(Pattern.quote(at))) {
                        if (!piece.isBlank()) {
                            all.add(new Piece(all.size(), named(parts(piece.strip()))));
                        }
                    }
                }
            }
            return all;
        }

        /** The foreign column from which a piece comes. */
        String column(int piece) {
            return at == null ? of.get(piece) : of.get(0);
        }

        private List<String> parts(String piece) {
            return by == null ? List.of(piece) : List.of(piece.split(Pattern.quote(by), as.size()));
        }

        private Map<String, String> named(List<String> parts) {
            Map<String, String> named = new HashMap<>();
            for (int i = 0; i < as.size() && i < parts.size(); i++) {
                named.put(as.get(i), parts.get(i).isEmpty() ? null : parts.get(i));
            }
            return named;
        }
    }

    /** Treatment of a record that was read before. */
    enum Again {
        /** It is read again, which is reported as an error. */
        READ,
        /** It is left out. */
        ONCE,
        /** It fills the empty cells of the first one. */
        MERGE
    }

    /** Position in the mapping file. */
    record Place(int line, int column) {
    }

    /**
     * Condition on a cell.
     *
     * @param texts allowed texts; null if only {@code filled} counts
     * @param filled whether the cell must have a value, if there are no texts
     */
    record Condition(String name, Set<String> texts, boolean filled) {

        boolean holds(Expression.Cells cells) {
            String text = cells.cell(name);
            return texts == null ? (text != null) == filled : texts.contains(text == null ? "" : text);
        }
    }

    boolean takes(Expression.Cells cells) {
        return when.stream().allMatch(one -> one.holds(cells)) && unless.stream().noneMatch(one -> one.holds(cells));
    }

    /** The id of the record; null if it has none, or the mapping does not define it. */
    String id(Expression.Cells cells) {
        return text(EntityColumns.ID, cells);
    }

    private String text(String header, Expression.Cells cells) {
        try {
            return columns.containsKey(header) ? columns.get(header).text(cells) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Identity of a record: its id or, if the rule sets none, all its values; null if the id is missing. */
    String identity(Expression.Cells cells) {
        if (columns.containsKey(EntityColumns.ID)) {
            return id(cells);
        }
        StringBuilder all = new StringBuilder();
        for (String header : columns.keySet()) {
            String text = text(header, cells);
            all.append(header).append(text == null ? '\1' : '=').append(text == null ? "" : text).append('\0');
        }
        return all.toString();
    }

    boolean leavesOut() {
        return !when.isEmpty() || !unless.isEmpty();
    }

    /** Names of all cells that the rule reads, including those that it splits off itself. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        columns.values().forEach(column -> column.names(names));
        when.forEach(one -> names.add(one.name()));
        unless.forEach(one -> names.add(one.name()));
        if (each != null) {
            names.addAll(each.of());
        }
        return names;
    }

    /** Names of the foreign columns that the rule reads. */
    Set<String> read() {
        Set<String> read = names();
        read.remove(Expression.Template.REST);
        if (each != null) {
            each.as().stream().filter(name -> !each.of().contains(name)).forEach(read::remove);
        }
        return read;
    }

    /** Foreign columns from which one of our columns may be read. */
    Set<String> origins(String header, int part) {
        Set<String> names = new LinkedHashSet<>();
        if (columns.containsKey(header)) {
            columns.get(header).names(names);
        }
        return columns(names, part);
    }

    /** Foreign columns from which the value of one row comes. */
    Set<String> origins(String header, SourceRow cells) {
        Set<String> names = new LinkedHashSet<>();
        if (columns.containsKey(header)) {
            columns.get(header).origins(cells, names);
        }
        return columns(names, cells.part());
    }

    /** Position in the mapping of the constant that fills one of our columns. */
    Place said(String header) {
        List<Place> places = new ArrayList<>();
        columns.get(header).constants(text -> places.add(new Place(text.line(), text.column())));
        return places.isEmpty() ? place : places.get(0);
    }

    private Set<String> columns(Set<String> names, int part) {
        Set<String> origins = new LinkedHashSet<>();
        for (String name : names) {
            if (each != null && each.as().contains(name)) {
                origins.add(each.column(part));
            } else if (!name.equals(Expression.Template.REST)) {
                origins.add(name);
            }
        }
        return origins;
    }
}
