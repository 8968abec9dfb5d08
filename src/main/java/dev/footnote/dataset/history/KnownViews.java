package dev.footnote.dataset.history;

import java.util.Map;

/** Views that show tables beside those of records as they were after an edit. */
public interface KnownViews {

    /**
     * The query of each view, by the name of its table.
     *
     * @param tables schema of the tables, with a dot behind it
     * @param number SQL for the number of the edit
     */
    Map<String, String> queries(String tables, String number);
}
