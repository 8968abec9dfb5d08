package dev.footnote.mapping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How one line becomes several records: one for each piece of a cell, or one for each of several columns.
 *
 * @param of the columns; one where its cell is taken to pieces
 * @param at what stands between two pieces; null where each column makes a record
 * @param by what stands between the parts of a piece; null where it has none
 * @param as the names by which the parts of a piece are read, or the name of the column and its cell
 */
record Each(List<String> of, String at, String by, List<String> as) {

    /** What one line says, once for each record. */
    List<Map<String, String>> all(Expression.Cells cells) {
        List<Map<String, String>> all = new ArrayList<>();
        for (String column : of) {
            String cell = cells.cell(column);
            if (cell != null && at == null) {
                all.add(named(List.of(column, cell)));
            } else if (cell != null) {
                for (String piece : cell.split(Pattern.quote(at))) {
                    if (!piece.isBlank()) {
                        all.add(named(parts(piece.strip())));
                    }
                }
            }
        }
        return all;
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
