package dev.baton.local.command;

import picocli.CommandLine.Option;

/// `--help`.
public final class HelpOption {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this.")
    boolean asked;
}
