package dev.footnote.search;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

import dev.footnote.spelling.Spelling;

/**
 * A spelling of a name that the database gave for a look.
 *
 * @param main whether it is the name that the record itself carries
 * @param profile whether it is all that names the record, and no name
 * @param text the name as written
 */
record Candidate(int id, String kind, int subject, boolean main, boolean profile, String text, Spelling spelling) {

    private static final int LONGEST_IN_PLACE = 40;

    static Candidate read(ResultSet row) throws SQLException {
        return new Candidate(row.getInt(1), row.getString(2), row.getInt(3), row.getBoolean(4), row.getBoolean(5),
                row.getString(6), new Spelling(List.of(row.getString(7).split(" "))));
    }

    /** A text by which candidates are in order: by rank, main names first, short ones first, then by name and record. */
    String place(int rank) {
        return place(rank, main ? 0 : 1);
    }

    /** @param order of those of the same rank, one digit */
    String place(int rank, int order) {
        // in whole characters, because a cursor carries no half of one
        String name = text.codePoints().limit(LONGEST_IN_PLACE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
        return String.format(Locale.ROOT, "%02d%d%03d%s %s %010d", rank, order, Math.min(999, spelling.whole.length()), name,
                kind, subject);
    }
}
