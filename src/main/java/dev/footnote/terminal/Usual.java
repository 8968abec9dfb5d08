package dev.footnote.terminal;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all verbs have in common. */
@Command(mixinStandardHelpOptions = false, sortOptions = false, abbreviateSynopsis = true, parameterListHeading = "%n", optionListHeading = "%n", commandListHeading = "%nVerbs:%n", descriptionHeading = "%n", exitCodeListHeading = "%nEnds with status:%n", exitCodeList = {
        "0:it is done; there may be warnings",
        "1:the dataset has faults, or with --strict warnings",
        "2:the command is not understood, or lacks something",
        "3:the database cannot be used",
        "4:anything else went wrong" })
public final class Usual {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "Print this help, and do nothing.")
    private boolean help;

    @Option(names = { "-V", "--version" }, versionHelp = true, description = "Print the version, and do nothing.")
    private boolean version;
}
