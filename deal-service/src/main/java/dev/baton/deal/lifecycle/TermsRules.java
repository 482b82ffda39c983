package dev.baton.deal.lifecycle;

/// What a pipeline wants of the terms.
public record TermsRules() {
    public static final TermsRules USUAL = new TermsRules();
}
