package dev.baton.cli.proof;

/// What can be wrong with a relay.
public enum Fault {
    TWO_HOLDERS("somebody hands over, or is given, what another holds"),
    GAP("a deal goes on without an accountable holder"),
    GAP_IN_TIME("in the time of what happened nobody is accountable for a while"),
    OVERLAP_IN_TIME("in the time of what happened a holding begins before the one before"),
    WRONG_TIME("a hand-off does not take effect when its cause happened"),
    OLD_EPOCH("an epoch is not newer than the one before"),
    SKIPPED_EPOCH("an epoch is left out"),
    NO_ACCEPTANCE("a hand-off that nobody accepted and no manager forced"),
    ENDED_EARLY("responsibility ended while the deal was carried on"),
    UNKNOWN_TO_ROLES("a deal that has no holder on record"),
    WRONG_RECOGNITION("the deal recognises somebody who was not given responsibility"),
    CAPACITY_EXCEEDED("a place taken above capacity, without an override"),
    PLACE_WHILE_AWAY("a place taken by somebody absent or departed"),
    SECOND_PLACE("two places for one deal with one person"),
    LOG_HOLE("a log lacks an event");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }
}
