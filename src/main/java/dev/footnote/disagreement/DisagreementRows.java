package dev.footnote.disagreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Disagreements and their claims as rows. */
final class DisagreementRows {

    /** Claims, because they are in memory together. */
    static final int MOST = 20_000;

    final List<Object[]> disagreements = new ArrayList<>();
    final List<Object[]> claims = new ArrayList<>();

    /**
     * @param first the number of the first record that tells of it, by which disagreements of a kind are ordered
     * @return its place, by which claims hang on it
     */
    String add(DisagreementKind kind, int first, String subject, int id, String about) {
        String place = String.format(Locale.ROOT, "%s %010d", kind, first);
        disagreements.add(new Object[] { place, kind.name(), subject, id, about });
        return place;
    }

    /** @throws IllegalArgumentException with a sentence for the caller when there are too many */
    void claim(String place, String fact, int id, int citation) {
        if (claims.size() == MOST) {
            throw new IllegalArgumentException("Sources disagree in more than " + MOST
                    + " claims, too many for one list. Ask for citations by their stance, and for figures, instead.");
        }
        claims.add(new Object[] { place + " " + claims.size(), place, fact, id, "citation", citation });
    }
}
