package dev.baton.roles.directory;

import dev.baton.contract.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One person in one role, as an answer.
///
/// @param load the weight that is reserved or used
/// @param availability `AVAILABLE`, `ABSENT` or `DEPARTED`
/// @param manager whom the person reports to; absent when that is any sales manager
/// @param started since when they have worked in this role
public record MemberView(
        String id,
        String name,
        Role role,
        int capacity,
        int load,
        Set<String> territories,
        Set<String> skills,
        Set<String> languages,
        String availability,
        @Nullable Instant until,
        @Nullable String manager,
        LocalDate started) {}
