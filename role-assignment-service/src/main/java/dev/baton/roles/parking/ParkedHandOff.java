package dev.baton.roles.parking;

import java.time.Instant;

/// @param position of the event that fails, in this service's log
/// @param failures how often it has failed
/// @param waiting how many events of the deal are kept, the failing one among them
public record ParkedHandOff(String deal, long position, int failures, String error, Instant parked, int waiting) {}
