@NullMarked
package dev.baton.axon.kafka.verify;

import org.jspecify.annotations.NullMarked;
