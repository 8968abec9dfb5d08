package dev.footnote.query.sql;

import java.util.Map;
import java.util.Optional;

/**
 * The statement that a filter becomes a part of.
 *
 * @param asOf the time for which relations are evaluated
 * @param all whether the filter applies to all records of a type, not only to the few records of one parent; if so, the records
 *        of a relation are found once for all of them
 * @param joined the alias of a record that is already joined, by the column that references it, such as t.report_id
 */
public record FilterContext(AsOf asOf, boolean all, Map<String, String> joined, SqlBuilder sql) {

    Optional<String> joined(String column) {
        return Optional.ofNullable(joined.get(column));
    }
}
