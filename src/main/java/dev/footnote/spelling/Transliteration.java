package dev.footnote.spelling;

import com.ibm.icu.text.Transliterator;

/**
 * From one writing to another, by the rules of ICU. Reading them takes up to a second, so they are read when they are
 * first needed; using them takes some tens of microseconds, so what they say of a character is kept.
 */
enum Transliteration {

    /** Latin letters to ASCII. */
    PLAIN("Latin-ASCII; Lower"),

    /** Chinese characters to simplified writing. */
    SIMPLIFIED("Hant-Hans"),

    /** Chinese characters to how each is read most, without tones. */
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
            // twice the same at worst, because a text is safe to hand over without a lock
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
