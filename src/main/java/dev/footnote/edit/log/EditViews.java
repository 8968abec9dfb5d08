package dev.footnote.edit.log;

import java.util.Map;

import jakarta.inject.Singleton;

import dev.footnote.dataset.history.KnownViews;

/** The log of edits as it was after an edit. */
@Singleton
class EditViews implements KnownViews {

    @Override
    public Map<String, String> queries(String tables, String number) {
        return Map.of("edit", "SELECT e.* FROM " + tables + "edit e WHERE e.id <= " + number,
                "record_merge", "SELECT m.* FROM " + tables + "record_merge m WHERE m.edit_id <= " + number,
                "record_change", "SELECT c.* FROM " + tables + "record_change c WHERE c.edit_id <= " + number,
                "field_change", """
                        SELECT f.*
                        FROM %1$sfield_change f
                        WHERE EXISTS (
                          SELECT 1
                          FROM %1$srecord_change c
                          WHERE c.id = f.change_id
                          AND c.edit_id <= %2$s)""".formatted(tables, number));
    }
}
