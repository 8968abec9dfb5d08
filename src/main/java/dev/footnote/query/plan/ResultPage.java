package dev.footnote.query.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import dev.footnote.query.page.Cursor;
import dev.footnote.query.page.PageRequest;

/** Records of one list, in the order in which they were read. */
public final class ResultPage {

    public final PageRequest pageRequest;
    /** The key of the parent record. */
    public final Object key;
    public final List<Object[]> rows = new ArrayList<>();
    public int total;
    /** Whether the list continues in the direction in which the page was read. */
    public boolean more;

    /** @param pageRequest null if the records are not a page of a list */
    public ResultPage(PageRequest pageRequest) {
        this(pageRequest, FetchResults.ROOT);
    }

    public ResultPage(PageRequest pageRequest, Object key) {
        this.pageRequest = pageRequest;
        this.key = key;
    }

    /**
     * Drops the extra row that was read only to see whether there are more, and reverses rows that were read backward.
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

    /** The sort key values of a record, in the form that a cursor holds. */
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
