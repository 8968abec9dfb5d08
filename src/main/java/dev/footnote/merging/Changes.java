package dev.footnote.merging;

/** How many records an import added, changed and deleted, citations among them. */
public record Changes(long added, long changed, long deleted) {

    public static final Changes NONE = new Changes(0, 0, 0);

    public Changes and(Changes others) {
        return new Changes(added + others.added, changed + others.changed, deleted + others.deleted);
    }

    public boolean none() {
        return added + changed + deleted == 0;
    }
}
