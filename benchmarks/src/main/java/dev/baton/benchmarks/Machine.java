package dev.baton.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// Where a run was made; the commit is written down by hand.
final class Machine {
    private Machine() {}

    static String heading(String part, double seconds) {
        return "## " + part + ", " + LocalDate.now(ZoneOffset.UTC) + "\n\n"
                + Runtime.getRuntime().availableProcessors()
                + " processors (" + System.getProperty("os.arch") + "), " + memory() + " GiB, "
                + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", Java "
                + Runtime.version().feature() + "; turns of " + seconds + " s\n";
    }

    private static long memory() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean machine
                ? Math.round(machine.getTotalMemorySize() / (double) (1L << 30))
                : 0;
    }
}
