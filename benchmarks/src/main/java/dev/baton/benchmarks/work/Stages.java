package dev.baton.benchmarks.work;

/// Where a deal is after so many transitions.
final class Stages {
    private static final String[] NAMES = {"PROSPECTING", "QUALIFIED", "NEGOTIATING", "AGREED", "WON"};

    private Stages() {}

    static String at(long sequence) {
        return NAMES[(int) (sequence * NAMES.length / Deals.TRANSITIONS % NAMES.length)];
    }
}
