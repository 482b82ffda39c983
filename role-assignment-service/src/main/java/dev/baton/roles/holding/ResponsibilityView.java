package dev.baton.roles.holding;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who is accountable for a deal, and how that came about.
///
/// @param holder the last one, when the responsibility has ended
/// @param offer that waits for an answer
/// @param waiting the leg that waits for a place
/// @param history every fact of the deal's responsibility, in order
public record ResponsibilityView(
        String deal,
        Holder holder,
        int epoch,
        Instant since,
        @Nullable Instant ended,
        @Nullable OfferView offer,
        @Nullable WaitingView waiting,
        List<Fact> history) {

    /// @param epoch the one that the holding would have
    /// @param due when it expires; absent when nobody was asked
    /// @param answer `ACCEPTED`, `DECLINED`, `EXPIRED` or `CANCELLED`; absent while it stands
    public record OfferView(
            String offer,
            String deal,
            Role role,
            String member,
            int epoch,
            Instant made,
            @Nullable Instant due,
            @Nullable String answer) {}

    /// @param woken it will be decided again at once
    /// @param manager who was asked to decide, since too many have declined or it has waited for
    ///     too long; the last one, when they have not decided in time
    /// @param everyManager whether it is every manager's to decide, since nobody has who was asked
    /// @param due until when it may wait, or, once a manager was asked, when they should have
    ///     decided; absent when nobody has said that
    public record WaitingView(
            String deal,
            Role role,
            @Nullable String territory,
            String reason,
            Instant since,
            boolean woken,
            @Nullable String manager,
            boolean everyManager,
            @Nullable Instant due) {}

    public record Fact(
            String type,
            Instant time,
            Instant recorded,
            @JsonRawValue String data) {}
}
