package dev.footnote.cli;

import java.util.Set;
import java.util.stream.Stream;

import dev.footnote.cli.output.ExitCode;
import dev.footnote.cli.output.ExitResult;
import dev.footnote.cli.output.StandardOptions;
import dev.footnote.cli.output.VersionProvider;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** The main command. Without a subcommand it serves. */
@QuarkusMain
@Command(name = "footnote", subcommands = { ServeCommand.class, ImportCommand.class, CheckCommand.class,
        ExportCommand.class, InitCommand.class, BackupCommand.class,
        RestoreCommand.class,
        KeyCommand.class }, versionProvider = VersionProvider.class, synopsisSubcommandLabel = "COMMAND", description = {
                "Serves a dataset of organizations, people, initiatives and financial reports as a GraphQL API,",
                "and imports and exports datasets.", "",
                "Without a command it serves. Every command has its own --help." }, footer = { "",
                        "To start a dataset of your own:",
                        "  footnote init my-facts",
                        "  footnote check my-facts",
                        "  footnote import my-facts --database ./facts",
                        "  footnote serve --database ./facts",
                        "",
                        "Any other setting is a system property, given before -jar: java -Dfootnote.limits.page=500 -jar ..." })
public final class FootnoteCommand {

    @Mixin
    private StandardOptions defaultValue;

    public static void main(String... arguments) {
        int status = run(arguments);
        if (endsProcess(LaunchMode.current())) {
            System.exit(status);
        }
    }

    /** Whether the process ends with the application. In dev mode it stays, and restarts the application at every change. */
    static boolean endsProcess(LaunchMode mode) {
        return mode != LaunchMode.DEVELOPMENT;
    }

    static int run(String... arguments) {
        return line().execute(withVerb(arguments));
    }

    static CommandLine line() {
        return new CommandLine(new FootnoteCommand()).setParameterExceptionHandler(FootnoteCommand::misused)
                .setExecutionExceptionHandler((failure, line, parsed) -> ExitResult.of(failure).tell(line.getErr()))
                .setUsageHelpWidth(110).setUsageHelpLongOptionsMaxWidth(34);
    }

    /**
     * Adds {@code serve} if no subcommand is given, because it is used most, and for users who know Footnote without
     * subcommands.
     */
    private static String[] withVerb(String... arguments) {
        boolean serves = arguments.length == 0
                || arguments[0].startsWith("-") && !Set.of("-h", "--help", "-V", "--version").contains(arguments[0]);
        return serves ? Stream.concat(Stream.of("serve"), Stream.of(arguments)).toArray(String[]::new) : arguments;
    }

    private static int misused(ParameterException misuse, String... arguments) {
        CommandLine line = misuse.getCommandLine();
        line.getErr().println(misuse.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(misuse, line.getErr());
        line.getErr().println("See " + line.getCommandSpec().qualifiedName() + " --help.");
        line.getErr().flush();
        return ExitCode.USAGE;
    }
}
