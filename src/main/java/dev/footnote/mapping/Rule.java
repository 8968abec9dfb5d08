package dev.footnote.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import dev.footnote.folder.Carrier;

/**
 * From which foreign resource records are read, and how.
 *
 * @param from the name of the foreign resource
 * @param each null where a line is one record
 * @param when all of which hold for a record that is read
 * @param unless none of which holds
 * @param again what becomes of records that were met before
 * @param existing whether what names a record that is not there is left out
 * @param columns how our cells are made, by header
 * @param byName our columns in which the text is the name of a record instead of its id
 * @param place where the rule stands in the mapping
 */
record Rule(String from, Each each, List<Condition> when, List<Condition> unless, Again again, boolean existing,
        Map<String, Expression> columns, Set<String> byName, Place place) {

    /**
     * How one line becomes several records: one for each piece of a cell, or one for each of several columns.
     *
     * @param of the columns; one where its cell is taken to pieces
     * @param at what stands between two pieces; null where each column makes a record
     * @param by what stands between the parts of a piece; null where it has none
     * @param as the names by which the parts of a piece are read, or the name of the column and its cell
     */
    record Each(List<String> of, String at, String by, List<String> as) {

        /**
         * What becomes one record.
         *
         * @param number of the column or, where a cell is taken to pieces, of the piece, counted from 0
         * @param named what it says, by the names that the rule gives
         */
        record Piece(int number, Map<String, String> named) {
        }

        /** What one line says, once for each record. */
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

        /** The foreign column in which a piece stands. */
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

    /** What becomes of a record that was met before. */
    enum Again {
        /** It is read, and told as a fault. */
        READ,
        /** It is left out. */
        ONCE,
        /** It fills what the first one leaves empty. */
        MERGE
    }

    /** Where something stands in the mapping. */
    record Place(int line, int column) {
    }

    /**
     * What a cell has to say.
     *
     * @param texts one of which it says; null where anything will do
     * @param filled whether it says anything at all, where there are no texts
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

    /** The id of the record of a line; null where it has none, or the mapping does not say what it would be. */
    String id(Expression.Cells cells) {
        return text(Carrier.ID, cells);
    }

    private String text(String header, Expression.Cells cells) {
        try {
            return columns.containsKey(header) ? columns.get(header).text(cells) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** What tells a record from others: its id or, where the rule gives none, all that it says; null where it lacks the id. */
    String identity(Expression.Cells cells) {
        if (columns.containsKey(Carrier.ID)) {
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

    /** All names of cells that it reads, those that it makes itself among them. */
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

    /** The names of foreign columns that it reads. */
    Set<String> read() {
        Set<String> read = names();
        read.remove(Expression.Template.REST);
        if (each != null) {
            each.as().stream().filter(name -> !each.of().contains(name)).forEach(read::remove);
        }
        return read;
    }

    /** The foreign columns that one of our columns may be read from. */
    Set<String> origins(String header, int part) {
        Set<String> names = new LinkedHashSet<>();
        if (columns.containsKey(header)) {
            columns.get(header).names(names);
        }
        return columns(names, part);
    }

    /** The foreign columns that the text of one line comes from. */
    Set<String> origins(String header, Foreign cells) {
        Set<String> names = new LinkedHashSet<>();
        if (columns.containsKey(header)) {
            columns.get(header).origins(cells, names);
        }
        return columns(names, cells.part());
    }

    /** Where the mapping says what one of our columns is filled with, in all lines alike. */
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
