package dev.baton.deal.terms;

import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Something that a person was asked about a deal.
///
/// @param number among those of its kind within the deal, from 1
/// @param by who asked
/// @param asked who was named; absent when any specialist may answer
/// @param escalatedTo in whose queues it came because nobody answered, the present one last
/// @param matter what it is about
/// @param due when it goes on
/// @param outcome absent while it waits
public record Request(
        RequestKind kind,
        int number,
        String by,
        @Nullable String asked,
        List<String> escalatedTo,
        @Nullable String matter,
        Instant due,
        @Nullable Outcome outcome) {

    public Request {
        escalatedTo = List.copyOf(escalatedTo);
    }

    static Request of(
            RequestKind kind, int number, String by, @Nullable String asked, @Nullable String matter, Instant due) {
        return new Request(kind, number, by, asked, List.of(), matter, due, null);
    }

    public boolean open() {
        return outcome == null;
    }

    /// In whose queue it is; absent when it is any specialist's.
    public @Nullable String with() {
        return escalatedTo.isEmpty() ? asked : escalatedTo.getLast();
    }

    /// Whether it was ever in this one's own queue.
    public boolean wasAskedOf(String member) {
        return member.equals(asked) || escalatedTo.contains(member);
    }

    /// An answer is welcome from whoever was asked, also after it has gone on; from anybody when
    /// nobody was named.
    public boolean mayBeAnsweredBy(String member) {
        return asked == null || wasAskedOf(member);
    }

    Request escalated(String to, Instant newDue) {
        List<String> more = Stream.concat(escalatedTo.stream(), Stream.of(to)).toList();
        return new Request(kind, number, by, asked, more, matter, newDue, outcome);
    }

    Request postponed(Duration time) {
        return new Request(kind, number, by, asked, escalatedTo, matter, due.plus(time), outcome);
    }

    Request settled(Outcome how) {
        return new Request(kind, number, by, asked, escalatedTo, matter, due, how);
    }

    /// How it ended.
    ///
    /// @param by who answered; absent when it became pointless
    /// @param answer in words, where there are any
    public record Outcome(@Nullable String by, @Nullable String answer) {
        static final Outcome POINTLESS = new Outcome(null, null);
    }
}
