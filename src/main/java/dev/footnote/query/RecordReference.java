package dev.footnote.query;

/** A record in the result of a mutation. What the client selects of it is read after the mutation, as for a query. */
public interface RecordReference {

    /** The global id of the record, such as {@code organization:xiaomi}. */
    String globalId();
}
