package dev.footnote.search.normalization;

/** Compares words with allowance for typing errors. */
final class TypoMatcher {

    private TypoMatcher() {
    }

    /** Whether the texts are equal except for one letter that is missing, extra, wrong, or swapped with its neighbour. */
    static boolean isNear(String one, String other) {
        if (one.length() > other.length()) {
            return isNear(other, one);
        }
        if (other.length() - one.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < one.length() && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        if (one.length() < other.length()) {
            return one.regionMatches(same, other, same + 1, one.length() - same);
        }
        if (same == one.length()) {
            return true;
        }
        int left = one.length() - same;
        return one.regionMatches(same + 1, other, same + 1, left - 1)
                || left > 1 && one.charAt(same) == other.charAt(same + 1) && one.charAt(same + 1) == other.charAt(same)
                        && one.regionMatches(same + 2, other, same + 2, left - 2);
    }
}
