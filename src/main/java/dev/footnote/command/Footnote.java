package dev.footnote.command;

import java.util.Set;
import java.util.stream.Stream;

import dev.footnote.terminal.Ending;
import dev.footnote.terminal.Release;
import dev.footnote.terminal.Status;
import dev.footnote.terminal.Usual;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.annotations.QuarkusMain;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** The command line as a whole. Without a verb it serves. */
@QuarkusMain
@Command(name = "footnote", subcommands = { Serve.class, Import.class, Check.class,
        Export.class, Init.class, Backup.class,
        Restore.class }, versionProvider = Release.class, synopsisSubcommandLabel = "VERB", description = {
                "Serves a dataset of organizations, people, initiatives and financial reports as a GraphQL API,",
                "and brings datasets in and out.", "",
                "Without a verb it serves. Every verb has a --help of its own." }, footer = { "",
                        "A dataset of your own, from nothing:",
                        "  footnote init my-facts",
                        "  footnote check my-facts",
                        "  footnote import my-facts --database ./facts",
                        "  footnote serve --database ./facts",
                        "",
                        "Any other setting is a property, given ahead of the jar: java -Dfootnote.limits.page=500 -jar ..." })
public final class Footnote {

    @Mixin
    private Usual usual;

    public static void main(String... arguments) {
        int status = run(arguments);
        if (endsProcess(LaunchMode.current())) {
            System.exit(status);
        }
    }

    /** In dev mode the application ends at every change, and the process starts it anew. */
    static boolean endsProcess(LaunchMode mode) {
        return mode != LaunchMode.DEVELOPMENT;
    }

    static int run(String... arguments) {
        return line().execute(withVerb(arguments));
    }

    static CommandLine line() {
        return new CommandLine(new Footnote()).setParameterExceptionHandler(Footnote::misused)
                .setExecutionExceptionHandler((failure, line, parsed) -> Ending.of(failure).tell(line.getErr()))
                .setUsageHelpWidth(110).setUsageHelpLongOptionsMaxWidth(34);
    }

    /** Because serving is what is done most, and by those who started Footnote before it had verbs. */
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
        return Status.USAGE;
    }
}
