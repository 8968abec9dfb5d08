package dev.footnote.database.replica;

/** The minimum revision of the dataset that a read requires, and the revision that was actually read. */
public final class RevisionConstraint {

    private static final String SEVERAL = "";

    private final String wanted;
    private String read;

    /** @param wanted null if any revision is acceptable */
    public RevisionConstraint(String wanted) {
        this.wanted = wanted;
    }

    String wanted() {
        return wanted;
    }

    void read(String version) {
        read = read == null || read.equals(version) ? version : SEVERAL;
    }

    /** Records a revision that was written; what was read before does not matter any more. */
    public void wrote(String version) {
        read = version;
    }

    /** @return the revision of all data that was read; null if none was checked, empty if there were several */
    public String read() {
        return read;
    }
}
