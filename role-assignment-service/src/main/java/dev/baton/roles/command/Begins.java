package dev.baton.roles.command;

/// A command that begins its stream: there is nothing to be read before it.
public interface Begins {}
