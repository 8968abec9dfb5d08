package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.footnote.query.sql.Cursor;
import dev.footnote.query.sql.PageRequest;

/** Records of one list, in order, as they were read. */
public final class ResultPage {

    public final PageRequest pageRequest;
    /** Of the record that the page hangs on. */
    public final Object key;
    public final List<Object[]> rows = new ArrayList<>();
    public int total;
    /** Whether the list goes on in the direction that the page was read in. */
    public boolean more;

    /** @param pageRequest null where the records are no page of a list */
    public ResultPage(PageRequest pageRequest) {
        this(pageRequest, FetchResults.ROOT);
    }

    public ResultPage(PageRequest pageRequest, Object key) {
        this.pageRequest = pageRequest;
        this.key = key;
    }

    /**
     * Takes off the row that was read only to see whether there is one, and turns round what was read backward.
     *
     * @param bounded whether one row more than the page holds was read
     */
    public void end(boolean bounded) {
        if (bounded && rows.size() > pageRequest.size()) {
            rows.remove(rows.size() - 1);
            more = true;
        }
        if (pageRequest.backward()) {
            Collections.reverse(rows);
        }
    }

    String cursor(Object[] row) {
        int keys = pageRequest.keyset().size();
        return Cursor.write(pageRequest.seal(), row, row.length - keys, keys);
    }

    /** The values of the keys of a record, as a cursor holds them. */
    public List<String> place(Object[] row) {
        List<String> place = new ArrayList<>();
        for (int i = row.length - pageRequest.keyset().size(); i < row.length; i++) {
            place.add(row[i] == null ? null : row[i].toString());
        }
        return place;
    }

    boolean hasNext() {
        return pageRequest.before() != null || (pageRequest.backward() ? pageRequest.offset() > 0 : more);
    }

    boolean hasPrevious() {
        return pageRequest.after() != null || (pageRequest.backward() ? more : pageRequest.offset() > 0);
    }
}
