/// The deal follows responsibility, as Kafka tells it.
@NullMarked
package dev.baton.deal.recognition;

import org.jspecify.annotations.NullMarked;
