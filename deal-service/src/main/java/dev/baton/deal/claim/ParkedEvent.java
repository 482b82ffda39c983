package dev.baton.deal.claim;

/// An event that waits.
///
/// @param number its place in the order of arrival
/// @param event the event as [dev.baton.deal.event.EventText] wrote it
/// @param actor who posted it
public record ParkedEvent(long number, String source, String id, String deal, String event, String actor) {}
