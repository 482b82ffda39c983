package dev.baton.cli.proof;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of one deal, for an auditor: who was accountable when, how each hand-off came about,
/// and which facts at which places of the two logs prove it.
///
/// @param digest SHA-256 over the lines of the story as both logs give them, each with a line feed;
///     who reads them again can compare
/// @param readAt when the logs were read
/// @param rolesPosition up to which the log of role-assignment-service was read
/// @param dealsPosition up to which the log of deal-service was read
/// @param story every fact about the deal, in the order of the log of role-assignment-service, then
///     what only deal-service tells
record DealStatement(
        String deal,
        String title,
        String pipeline,
        String state,
        boolean proven,
        Instant readAt,
        long rolesPosition,
        long dealsPosition,
        String digest,
        List<Finding> findings,
        List<Held> holdings,
        List<Evidence> story) {

    /// One person's accountability.
    ///
    /// @param from when it took effect; `recordedFrom` when Baton stored it
    /// @param to absent while it lasts
    /// @param cause why it began
    /// @param acceptance how it was taken: NAMED by the deal's first event, PERSON, POLICY or FORCED
    /// @param by who forced it
    /// @param decision how the person was found
    /// @param offers asked for this holding, in order, with their answers
    /// @param proof the facts that begin and end it, of its place, and by which the deal recognised it
    record Held(
            int epoch,
            String member,
            String name,
            String role,
            Instant from,
            Instant recordedFrom,
            @Nullable Instant to,
            @Nullable Instant recordedTo,
            String cause,
            String acceptance,
            @Nullable String by,
            @Nullable Decision decision,
            List<Offered> offers,
            List<Evidence> proof) {}

    /// @param candidates how many were considered, `eligible` of them
    /// @param because what spoke for whoever was chosen
    /// @param requested the wish, and what became of it
    record Decision(
            String policy,
            int version,
            int candidates,
            int eligible,
            String because,
            @Nullable String requested,
            Evidence evidence) {}

    /// @param due when it would have expired; absent when nobody had to be asked
    /// @param answer ACCEPTED, DECLINED, EXPIRED, CANCELLED or STANDING
    record Offered(
            String offer,
            String member,
            String name,
            String role,
            @Nullable String due,
            String answer,
            @Nullable String reason,
            List<Evidence> evidence) {}

    /// A fact at its place.
    ///
    /// @param log whose log
    /// @param what it says, in words
    record Evidence(
            String log,
            long position,
            String id,
            String type,
            Instant time,
            Instant recorded,
            @Nullable String actor,
            String what) {}
}
