package dev.baton.cli.proof;

/// What can be wrong with a relay.
public enum Fault {
    TWO_HOLDERS("somebody hands over, or is given, what another holds"),
    GAP("a deal goes on without an accountable holder"),
    STILL_HELD("a deal is over, and somebody is still accountable for it"),
    GAP_IN_TIME("in the time of what happened nobody is accountable for a while"),
    OVERLAP_IN_TIME("in the time of what happened a holding begins before the one before"),
    WRONG_TIME("a hand-off does not take effect when its cause happened"),
    OLD_EPOCH("an epoch is not newer than the one before"),
    SKIPPED_EPOCH("an epoch is left out"),
    NO_ACCEPTANCE("a hand-off that nobody accepted and no manager forced"),
    NOT_HANDED_OVER("somebody has said yes, and was never given the deal"),
    NO_CAUSE("a hand-off that nothing on record has brought about"),
    SECOND_OFFER("two offers of one deal stand at once"),
    OTHER_THAN_DECIDED("an offer to somebody on whom no recorded decision fell"),
    ENDED_EARLY("responsibility ended while the deal was carried on"),
    UNKNOWN_TO_ROLES("a deal that has no holder on record"),
    WRONG_RECOGNITION("the deal recognises somebody who was not given responsibility"),
    UNRECOGNISED("the deal does not know of its present holder"),
    CAPACITY_EXCEEDED("a place taken above capacity, without an override"),
    UNFOUNDED_OVERRIDE("an override for somebody who neither manages nor was given the deal"),
    PLACE_WHILE_AWAY("a place taken by somebody absent or departed"),
    SECOND_PLACE("two places for one deal with one person"),
    NO_SUCH_PLACE("a place used, weighed or given back that was not taken"),
    NO_PLACE("a holder who has no place for the deal"),
    PLACE_LEFT("a place kept for a deal that one neither holds nor is asked to take"),
    FOREIGN("an event in the name of somebody whose log it is not"),
    ALTERED("the two logs tell of one event in different ways"),
    LOG_HOLE("a log lacks an event, or has one twice or out of order");

    private final String meaning;

    Fault(String meaning) {
        this.meaning = meaning;
    }

    String meaning() {
        return meaning;
    }

    /// Whether it makes the logs themselves doubtful, so that it counts whatever period is judged.
    boolean ofTheLog() {
        return this == LOG_HOLE || this == FOREIGN || this == ALTERED;
    }
}
