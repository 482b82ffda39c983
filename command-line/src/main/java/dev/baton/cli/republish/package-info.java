/// `baton republish`.
@NullMarked
package dev.baton.cli.republish;

import org.jspecify.annotations.NullMarked;
