package dev.footnote.query.subscription;

import java.util.List;

import dev.footnote.query.GraphQLRequest;

/** A subscription or a live query of one client, at its place. It is used by one thread at a time. */
public interface LiveOperation {

    /** The query that reads what comes next. Operations with equal requests get equal events. */
    GraphQLRequest request();

    /**
     * The events in an answer.
     *
     * @param body the answer to {@link #request()}, as JSON in UTF-8
     */
    List<LiveEvent> events(byte[] body);

    /**
     * Moves on.
     *
     * @param events of an answer to {@link #request()}
     * @return those that the client does not have yet
     */
    List<LiveEvent> advance(List<LiveEvent> events);

    /** Whether more events may follow at once, because an answer had the most that are read at a time. */
    boolean isFull(List<LiveEvent> events);
}
