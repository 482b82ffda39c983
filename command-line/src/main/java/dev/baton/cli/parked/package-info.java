/// `baton parked`.
@NullMarked
package dev.baton.cli.parked;

import org.jspecify.annotations.NullMarked;
