package dev.baton.projections.deal;

import java.util.List;

/// What deals can be narrowed to, as far as there are any.
public record DealChoices(List<String> territories, List<String> holders) {}
