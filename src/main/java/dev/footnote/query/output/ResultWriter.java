package dev.footnote.query.output;

import java.nio.charset.StandardCharsets;

/** Where an answer is written to. */
public interface ResultWriter {

    /** The name of a field in an answer. */
    record Name(String text, byte[] json) {

        public static Name of(String text) {
            return new Name(text, ("\"" + text + "\":").getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    void name(Name name);

    /** @param value a String, an Integer, a Boolean or null */
    void value(Object value);

    /** @param tree of maps, lists and values, to stand as one value */
    void whole(Object tree);

    /** Starts the next element of a list. */
    void element();

    /** @param type the type of the object, for whoever has to know it beside the fields asked for */
    void openObject(String type);

    void closeObject();

    void openList();

    void closeList();
}
