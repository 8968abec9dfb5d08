package dev.footnote.search.normalization;

import com.ibm.icu.text.Transliterator;

/**
 * Transliterations between scripts, by the rules of ICU. Loading the rules takes up to a second, so they are loaded on first
 * use. Applying them takes some tens of microseconds, so results are cached per character.
 */
enum Transliteration {

    /** Latin letters to ASCII. */
    PLAIN("Latin-ASCII; Lower"),

    /** Traditional Chinese characters to simplified ones. */
    SIMPLIFIED("Hant-Hans"),

    /** Chinese characters to their most frequent reading, without tones. */
    READ("Han-Latin; Latin-ASCII; Lower"),

    /** Any script to ASCII. */
    LATIN("Any-Latin; Latin-ASCII; Lower");

    private static final int KEPT = 0x10000;

    private final String rules;
    private final String[] kept = new String[KEPT];
    private Transliterator transliterator;

    Transliteration(String rules) {
        this.rules = rules;
    }

    String of(int character) {
        if (character >= KEPT) {
            return of(Character.toString(character));
        }
        String known = kept[character];
        if (known == null) {
            known = of(Character.toString(character));
            // at worst the same value is stored twice, because a text can be shared without a lock
            kept[character] = known;
        }
        return known;
    }

    synchronized String of(String text) {
        if (transliterator == null) {
            transliterator = Transliterator.getInstance(rules);
        }
        return transliterator.transliterate(text);
    }
}
