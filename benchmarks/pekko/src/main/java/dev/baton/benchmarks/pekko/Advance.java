package dev.baton.benchmarks.pekko;

import dev.baton.benchmarks.work.Request;
import org.apache.pekko.actor.typed.ActorRef;

/// The deal's next transition; answered with its sequence.
record Advance(Request request, ActorRef<Long> replyTo) {}
