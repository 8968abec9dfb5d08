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

    /** Whether what is stated is drawn beside what is computed. */
    public boolean isCompared() {
        return rows.stream().anyMatch(row -> row.strip() != null && row.strip().isCompared());
    }

    public boolean isCut() {
        return total > rows.size();
    }
}
