package dev.baton.axon.postgres;

import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param commands whether commands that come from outside share commits. A service with rows that a subscribing
///     processor writes in the commit of a command's events switches it off: each command is a transaction then
/// @param mostAtOnce commands in one commit
/// @param mostWaiting commands that may wait to be committed; more are turned away at once
record GroupCommitSettings(
        @DefaultValue("true") boolean commands,
        @DefaultValue("256") int mostAtOnce,
        @DefaultValue("2048") int mostWaiting) {

    GroupCommitSettings {
        if (mostAtOnce < 1 || mostWaiting < 1) {
            throw new IllegalArgumentException(
                    "baton.group-commit.most-at-once and baton.group-commit.most-waiting must be 1 or more");
        }
    }
}
