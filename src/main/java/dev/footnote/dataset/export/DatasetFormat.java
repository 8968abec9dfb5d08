package dev.footnote.dataset.export;

/** Formats in which a dataset is exported. */
public enum DatasetFormat {

    /** A Data Package, which holds everything, as a folder or a zip file. */
    DATA_PACKAGE("zip", "application/zip"),

    /** FollowTheMoney entities, one JSON object per line. */
    FOLLOW_THE_MONEY("ftm.json", "application/x-ndjson"),

    /** One JSON-LD document, with one node per line. */
    JSON_LD("jsonld", "application/ld+json");

    private final String ending;
    private final String mediaType;

    DatasetFormat(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** File name extension of the single-file form, without the leading dot. */
    public String ending() {
        return ending;
    }

    /** Media type of the single-file form. */
    public String mediaType() {
        return mediaType;
    }
}
