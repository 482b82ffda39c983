package dev.baton.contract.deal;

/// The stages of an open deal, in the order of its way.
public enum Stage {
    PROSPECTING,
    QUALIFIED,
    NEGOTIATING,
    AGREED
}
