package dev.footnote.query.output;

import java.nio.charset.StandardCharsets;

/** Destination for a response. */
public interface ResultWriter {

    /** The name of a field in a response. */
    record Name(String text, byte[] json) {

        public static Name of(String text) {
            return new Name(text, ("\"" + text + "\":").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    void name(Name name);

    /** @param value a String, an Integer, a Boolean or null */
    void value(Object value);

    /** @param tree maps, lists and values, written as a single value */
    void whole(Object tree);

    /** Starts the next element of a list. */
    void element();

    /** @param type the type of the object, for writers that need it even if it was not requested */
    void openObject(String type);

    void closeObject();

    void openList();

    void closeList();
}
