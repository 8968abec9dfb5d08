package dev.footnote.archive;

/** The forms that a dataset is written in. */
public enum Form {

    /** A Data Package, which holds everything: into a folder, or as one zip file. */
    DATA_PACKAGE("zip", "application/zip"),

    /** Entities of FollowTheMoney, one JSON object a line. */
    FOLLOW_THE_MONEY("ftm.json", "application/x-ndjson"),

    /** One document of JSON-LD, a node a line. */
    JSON_LD("jsonld", "application/ld+json");

    private final String ending;
    private final String mediaType;

    Form(String ending, String mediaType) {
        this.ending = ending;
        this.mediaType = mediaType;
    }

    /** What the name of its one file ends with, behind the point. */
    public String ending() {
        return ending;
    }

    /** What its one file is sent as. */
    public String mediaType() {
        return mediaType;
    }
}
