package dev.footnote.explorer.view;

import java.util.List;

import dev.footnote.explorer.picture.Axis;

/**
 * The records that one relation leads to.
 *
 * @param axis the years of a timeline, or null
 * @param all the list of all of them, or null if the section has all
 */
public record Section(String id, String title, String help, int total, List<Row> rows, Axis axis, String all) {

    /** Whether lines have a drawing beside their words. */
    public boolean isDrawn() {
        return rows.stream().anyMatch(row -> row.strip() != null);
    }

    public boolean isCut() {
        return total > rows.size();
    }
}
