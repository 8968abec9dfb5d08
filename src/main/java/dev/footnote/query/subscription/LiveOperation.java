package dev.footnote.query.subscription;

import dev.footnote.query.GraphQLRequest;

/** A subscription or a live query of one client, at its place. It is used by one thread at a time. */
public interface LiveOperation {

    /** The query that reads what comes next. Operations with equal requests get equal answers. */
    GraphQLRequest request();

    /** @param body the answer to {@link #request()}, as JSON in UTF-8 */
    LiveAnswer answer(byte[] body);

    /** Whether the client lacks the events of an answer to {@link #request()}. */
    boolean lacks(LiveAnswer answer);

    /** Goes on behind an answer to {@link #request()}. */
    void advance(LiveAnswer answer);

    /**
     * Reads fewer records at a time, because an answer exceeded a limit.
     *
     * @return false if fewer cannot be read
     */
    boolean reduce();
}
