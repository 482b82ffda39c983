package dev.baton.benchmarks.axon;

import dev.baton.benchmarks.work.Request;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/// The deal's next transition.
record Advance(@TargetAggregateIdentifier String deal, Request request) {}
