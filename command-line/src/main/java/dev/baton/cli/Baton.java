package dev.baton.cli;

import dev.baton.cli.demo.DemoCommand;
import dev.baton.cli.parked.ParkedCommand;
import dev.baton.cli.proof.ProofCommand;
import dev.baton.cli.replay.ReplayCommand;
import dev.baton.cli.republish.RepublishCommand;
import dev.baton.cli.verify.VerifyCommand;
import dev.baton.cli.whatif.WhatIfCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// What ops and integrators type. It speaks HTTP and nothing else.
@Command(
        name = "baton",
        description = "Speaks to Baton's services.",
        subcommands = {
            DemoCommand.class,
            ProofCommand.class,
            WhatIfCommand.class,
            VerifyCommand.class,
            ParkedCommand.class,
            ReplayCommand.class,
            RepublishCommand.class,
            TokenCommand.class
        })
public final class Baton {
    @Mixin
    HelpOption help = new HelpOption();

    private Baton() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /// @return the exit code
    public static int run(String... arguments) {
        return new CommandLine(new Baton())
                .setExecutionExceptionHandler(Baton::say)
                .execute(arguments);
    }

    /// What went wrong, in a sentence; the stack trace only for whoever asks for it. The code says
    /// that nothing was found out.
    private static int say(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        if (System.getenv("BATON_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        command.getErr().println("baton: " + reason);
        return CommandLine.ExitCode.USAGE;
    }
}
