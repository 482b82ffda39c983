@NullMarked
package dev.baton.local.kafka;

import org.jspecify.annotations.NullMarked;
