package dev.footnote.explorer.picture;

/** A name as a picture has space for it. */
final class ShortName {

    private ShortName() {
    }

    /** @param longest maximum number of characters, of which the last one says that some are left out */
    static String of(String name, int longest) {
        return name.codePointCount(0, name.length()) > longest
                ? name.substring(0, name.offsetByCodePoints(0, longest - 1)) + "…"
                : name;
    }
}
