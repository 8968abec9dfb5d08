package dev.footnote.search;

/** The keys from one text up to another, without that one. */
record Span(String low, String high) {

    static Span beginningWith(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        // because no key holds half a character
        int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
        return new Span(prefix, new StringBuilder(prefix).delete(prefix.length() - Character.charCount(last), prefix.length())
                .appendCodePoint(next).toString());
    }
}
