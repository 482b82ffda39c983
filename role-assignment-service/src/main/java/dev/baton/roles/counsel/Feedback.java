package dev.baton.roles.counsel;

import dev.baton.contract.Role;
import dev.baton.contract.member.CounselEvent.FeedbackKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A manager's word on something that happened.
///
/// @param member whom it is for, in that role
/// @param event id of what it is tied to
/// @param deal the deal that the event belongs to; absent when it is of a person
public record Feedback(
        String id,
        String member,
        Role role,
        String event,
        String eventType,
        @Nullable String deal,
        FeedbackKind kind,
        String text,
        String givenBy,
        Instant givenAt) {}
