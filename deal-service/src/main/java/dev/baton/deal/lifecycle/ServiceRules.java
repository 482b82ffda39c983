package dev.baton.deal.lifecycle;

/// What a pipeline wants after the sale.
public record ServiceRules() {
    public static final ServiceRules USUAL = new ServiceRules();
}
