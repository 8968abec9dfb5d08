package dev.footnote.dataset.merge;

/** Number of records that an import added, changed and deleted, including citations. */
public record ChangeCounts(long added, long changed, long deleted) {

    public static final ChangeCounts NONE = new ChangeCounts(0, 0, 0);

    public ChangeCounts and(ChangeCounts others) {
        return new ChangeCounts(added + others.added, changed + others.changed, deleted + others.deleted);
    }

    public boolean none() {
        return added + changed + deleted == 0;
    }
}
