package dev.footnote.dataset.importer;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import dev.footnote.dataset.datapackage.DataPackageDescriptor;
import dev.footnote.dataset.datapackage.DatasetFolder;
import dev.footnote.dataset.datapackage.DatasetProblem;
import dev.footnote.dataset.datapackage.DatasetProblems;

/** Reports files of a folder that are not part of the dataset, so that none is ignored silently. */
record UnlistedFiles(DatasetFolder folder, DataPackageDescriptor descriptor, List<String> others) {

    private static final int MOST_LOOKED_AT = 10_000;
    private static final int MOST_TOLD = 20;

    /** Files that contain no data: documentation, and files of desktops and version control. */
    private static final Pattern NO_DATA = Pattern
            .compile("(?i)(.*/)?(\\..*|thumbs\\.db|desktop\\.ini|(readme|licen[cs]e|copying|"
                    + "changelog|notice|authors|contributing|citation)([._-].*)?|.*\\.(md|rst|html|pdf))|(.*/)?(\\.[^/]+|__MACOSX)/.*");

    void tell(DatasetProblems problems) throws IOException {
        List<String> seen = descriptor.files();
        List<String> unseen = folder.all(MOST_LOOKED_AT).stream()
                .filter(file -> !seen.contains(file) && !others.contains(file) && !NO_DATA.matcher(file).matches()).toList();
        String reason = folder.has(DataPackageDescriptor.FILE)
                ? "No resource of datapackage.json names the file; it is not read."
                : "The file is not read. Without a datapackage.json, only files at the top of the folder that end in .csv"
                        + " or .tsv are read, gzip-compressed or not.";
        unseen.stream().limit(MOST_TOLD).forEach(file -> problems.warn(new DatasetProblem(file, 0, 0, reason)));
        if (unseen.size() > MOST_TOLD) {
            problems.warn(new DatasetProblem(unseen.get(MOST_TOLD), 0, 0, "This file and " + (unseen.size() - MOST_TOLD - 1)
                    + " others are not read, either."));
        }
    }
}
