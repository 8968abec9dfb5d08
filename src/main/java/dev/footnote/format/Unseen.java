package dev.footnote.format;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import dev.footnote.folder.Descriptor;
import dev.footnote.folder.Fault;
import dev.footnote.folder.Faults;
import dev.footnote.folder.Folder;

/** The files of a folder that are no part of the dataset, so that none of them is lost in silence. */
record Unseen(Folder folder, Descriptor descriptor, List<String> others) {

    private static final int MOST_LOOKED_AT = 10_000;
    private static final int MOST_TOLD = 20;

    /** What people put beside data to read, and what desktops and version control put there. */
    private static final Pattern NO_DATA = Pattern
            .compile("(?i)(.*/)?(\\..*|thumbs\\.db|desktop\\.ini|(readme|licen[cs]e|copying|"
                    + "changelog|notice|authors|contributing|citation)([._-].*)?|.*\\.(md|rst|html|pdf))|(.*/)?(\\.[^/]+|__MACOSX)/.*");

    void tell(Faults faults) throws IOException {
        List<String> seen = descriptor.files();
        List<String> unseen = folder.all(MOST_LOOKED_AT).stream()
                .filter(file -> !seen.contains(file) && !others.contains(file) && !NO_DATA.matcher(file).matches()).toList();
        String reason = folder.has(Descriptor.FILE) ? "No resource of datapackage.json names the file; nothing is read from it."
                : "The file is not read. Without a datapackage.json files are read that lie at the top of the folder and end in"
                        + " .csv or .tsv, packed by gzip or not.";
        unseen.stream().limit(MOST_TOLD).forEach(file -> faults.warn(new Fault(file, 0, 0, reason)));
        if (unseen.size() > MOST_TOLD) {
            faults.warn(new Fault(unseen.get(MOST_TOLD), 0, 0, "This file and " + (unseen.size() - MOST_TOLD - 1)
                    + " others are not read, either."));
        }
    }
}
