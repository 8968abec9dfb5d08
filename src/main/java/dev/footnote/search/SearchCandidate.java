package dev.footnote.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import dev.footnote.search.normalization.NormalizedName;

/**
 * A spelling of a name that the database returned for a lookup.
 *
 * @param main whether it is the name that the record itself contains
 * @param profile whether it is a search profile, with everything that names the record, and not a name
 * @param text the name as written
 */
record SearchCandidate(int id, String kind, int subject, boolean main, boolean profile, String text, NormalizedName spelling) {

    private static final int LONGEST_IN_PLACE = 40;

    static SearchCandidate read(ResultSet row) throws SQLException {
        return new SearchCandidate(row.getInt(1), row.getString(2), row.getInt(3), row.getBoolean(4), row.getBoolean(5),
                row.getString(6), new NormalizedName(List.of(row.getString(7).split(" "))));
    }

    /** The sort text of a candidate: by rank, main names first, short names first, then by name and record. */
    String place(int rank) {
        return place(rank, main ? 0 : 1);
    }

    /** @param order among candidates of the same rank, one digit */
    String place(int rank, int order) {
        // in whole characters, because a cursor cannot contain half of one
        String name = text.codePoints().limit(LONGEST_IN_PLACE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return String.format(Locale.ROOT, "%02d%d%03d%s %s %010d", rank, order, Math.min(999, spelling.whole.length()), name,
                kind, subject);
    }
}
