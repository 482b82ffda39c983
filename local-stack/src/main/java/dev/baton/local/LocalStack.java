package dev.baton.local;

import dev.baton.local.command.AttachCommand;
import dev.baton.local.command.DownCommand;
import dev.baton.local.command.LogsCommand;
import dev.baton.local.command.RunIssuerCommand;
import dev.baton.local.command.RunKafkaCommand;
import dev.baton.local.command.StatusCommand;
import dev.baton.local.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// Everything Baton needs, on one machine.
@Command(
        name = "baton",
        description = "Runs the whole of Baton on this machine.",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            AttachCommand.class,
            RunKafkaCommand.class,
            RunIssuerCommand.class
        })
public final class LocalStack {
    private LocalStack() {}

    public static void main(String[] arguments) {
        int exit = new CommandLine(new LocalStack())
                .setExecutionExceptionHandler(LocalStack::say)
                .execute(arguments);
        System.exit(exit);
    }

    /// What went wrong, in a sentence; the stack trace only for whoever asks for it.
    private static int say(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (System.getenv("BATON_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        command.getErr().println("baton: " + failure.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
