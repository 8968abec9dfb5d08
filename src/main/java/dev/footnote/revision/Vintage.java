package dev.footnote.revision;

/** Which version of the dataset somebody wants at least, and which one it was that was read. */
public final class Vintage {

    private static final String SEVERAL = "";

    private final String wanted;
    private String read;

    /** @param wanted null where any will do */
    public Vintage(String wanted) {
        this.wanted = wanted;
    }

    String wanted() {
        return wanted;
    }

    void read(String version) {
        read = read == null || read.equals(version) ? version : SEVERAL;
    }

    /** @return the version that all was read of; null where nobody looked, empty where there were several */
    public String read() {
        return read;
    }
}
