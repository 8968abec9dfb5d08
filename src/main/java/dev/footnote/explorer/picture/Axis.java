package dev.footnote.explorer.picture;

import java.util.List;

/** The years above a timeline. */
public record Axis(List<Tick> ticks) {

    /** A year at its place, a percentage of the width. */
    public record Tick(String place, String year) {
    }
}
