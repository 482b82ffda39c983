/// The front door for events of other systems.
@NullMarked
package dev.baton.deal.ingest;

import org.jspecify.annotations.NullMarked;
