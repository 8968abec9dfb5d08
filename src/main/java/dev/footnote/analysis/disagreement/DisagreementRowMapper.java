package dev.footnote.analysis.disagreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Maps disagreements and their claims to rows. */
final class DisagreementRowMapper {

    /** Maximum number of claims, because they are in memory together. */
    static final int MOST = 20_000;

    final List<Object[]> disagreements = new ArrayList<>();
    final List<Object[]> claims = new ArrayList<>();

    /**
     * @param first the number of the first record of the disagreement, by which disagreements of a kind are sorted
     * @return its sort key, by which claims refer to it
     */
    String add(DisagreementKind kind, int first, String subject, int id, String about) {
        String place = String.format(Locale.ROOT, "%s %010d", kind, first);
        disagreements.add(new Object[] { place, kind.name(), subject, id, about });
        return place;
    }

    /** @throws IllegalArgumentException with a sentence for the client if there are too many */
    void claim(String place, String fact, int id, int citation) {
        if (claims.size() == MOST) {
            throw new IllegalArgumentException("Sources disagree in more than " + MOST
                    + " claims, too many for one list. Ask for citations by their stance, and for figures, instead.");
        }
        claims.add(new Object[] { place + " " + claims.size(), place, fact, id, "citation", citation });
    }
}
