package dev.footnote.transfer;

import org.hibernate.StatelessSession;

/** What a room keeps that follows from the records of a dataset, such as keys to find them by. */
public interface Derived {

    /** What it is called, the only one of that name. */
    String name();

    /** Changes whenever something else follows from the same records. */
    String version();

    /** Makes anew all that is kept, within the transaction that writes the records. */
    void derive(StatelessSession session);
}
