package dev.footnote.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.footnote.sql.Cursor;
import dev.footnote.sql.Window;

/** Records of one list, in order, as they were read. */
public final class Page {

    public final Window window;
    /** Of the record that the page hangs on. */
    public final Object key;
    public final List<Object[]> rows = new ArrayList<>();
    public int total;
    /** Whether the list goes on in the direction that the page was read in. */
    public boolean more;

    /** @param window null where the records are no page of a list */
    public Page(Window window) {
        this(window, Loaded.ROOT);
    }

    public Page(Window window, Object key) {
        this.window = window;
        this.key = key;
    }

    /**
     * Takes off the row that was read only to see whether there is one, and turns round what was read backward.
     *
     * @param bounded whether one row more than the page holds was read
     */
    public void end(boolean bounded) {
        if (bounded && rows.size() > window.size()) {
            rows.remove(rows.size() - 1);
            more = true;
        }
        if (window.backward()) {
            Collections.reverse(rows);
        }
    }

    String cursor(Object[] row) {
        int keys = window.keyset().size();
        return Cursor.write(window.seal(), row, row.length - keys, keys);
    }

    /** The values of the keys of a record, as a cursor holds them. */
    public List<String> place(Object[] row) {
        List<String> place = new ArrayList<>();
        for (int i = row.length - window.keyset().size(); i < row.length; i++) {
            place.add(row[i] == null ? null : row[i].toString());
        }
        return place;
    }

    boolean hasNext() {
        return window.before() != null || (window.backward() ? window.offset() > 0 : more);
    }

    boolean hasPrevious() {
        return window.after() != null || (window.backward() ? more : window.offset() > 0);
    }
}
