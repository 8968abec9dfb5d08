package dev.footnote.cli.output;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Options common to all commands. */
@Command(mixinStandardHelpOptions = false, sortOptions = false, abbreviateSynopsis = true, parameterListHeading = "%n", optionListHeading = "%n", commandListHeading = "%nCommands:%n", descriptionHeading = "%n", exitCodeListHeading = "%nExit codes:%n", exitCodeList = {
        "0:success; there may be warnings",
        "1:the dataset has faults, or with --strict warnings",
        "2:the command is invalid or incomplete",
        "3:the database cannot be used",
        "4:any other error" })
public final class StandardOptions {

    @Option(names = { "-h", "--help" }, usageHelp = true, description = "Print this help and exit.")
    private boolean help;

    @Option(names = { "-V", "--version" }, versionHelp = true, description = "Print the version and exit.")
    private boolean version;
}
