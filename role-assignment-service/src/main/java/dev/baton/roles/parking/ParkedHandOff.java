package dev.baton.roles.parking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// @param title of the deal; absent when it was found before titles were kept here
/// @param position of the event that fails, in this service's log
/// @param event its type; absent when the log has none there
/// @param failures how often it has failed; 0 while it has not been heard yet, and everything
///     before it has gone through
/// @param fault what kind of thing makes it fail; absent when it was parked before that was kept
/// @param cause why it fails, in a sentence
/// @param mend what would mend it
/// @param error the same cause as the code has it
/// @param parked since when
/// @param waiting how many events of the deal are kept, the failing one among them
/// @param triedAgain from when on it is tried by itself; absent when it waits for somebody to retry
///     it
public record ParkedHandOff(
        String deal,
        @Nullable String title,
        long position,
        @Nullable String event,
        int failures,
        @Nullable Fault fault,
        String cause,
        String mend,
        String error,
        Instant parked,
        int waiting,
        @Nullable Instant triedAgain) {}
