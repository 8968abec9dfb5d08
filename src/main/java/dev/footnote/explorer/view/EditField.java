package dev.footnote.explorer.view;

import java.util.List;

/**
 * A field of a record in the form in which it is edited.
 *
 * @param name of the input, with a dot between a group and its part
 * @param value as it is, empty if it is unknown
 * @param shown the label of the record that the value refers to, or null
 */
public record EditField(String name, String label, String help, Kind kind, String value, String shown, List<Link> options) {

    /** How a value is typed. */
    public enum Kind {
        TEXT,
        LONG,
        NUMBER,
        CHOICE,
        YES_OR_NO,
        RECORD
    }

    public boolean isLong() {
        return kind == Kind.LONG;
    }

    public boolean isChoice() {
        return kind == Kind.CHOICE || kind == Kind.YES_OR_NO;
    }

    public boolean isRecord() {
        return kind == Kind.RECORD;
    }
}
