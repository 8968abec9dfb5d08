package dev.footnote.graph;

/** How much one field may ask for. */
public final class Limits {

    /** The records on a page that names no size. */
    public static final int DEFAULT_PAGE = 20;

    /** The most records on one page, because a page is held in memory whole and answered at once. */
    public static final int PAGE = 100;

    private Limits() {
    }
}
