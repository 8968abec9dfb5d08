package dev.footnote.spelling;

/** What happens to words while they are typed. */
final class Typing {

    private Typing() {
    }

    /**
     * Whether the texts are the same but for one letter that is missing, too many, another one, or in the place of its
     * neighbour.
     */
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
