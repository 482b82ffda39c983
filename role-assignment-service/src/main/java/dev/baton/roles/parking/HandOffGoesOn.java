package dev.baton.roles.parking;

/// What was kept for a parked deal has been heard. Told within the process only.
///
/// @param deal that has left the parking place
public record HandOffGoesOn(String deal) {}
