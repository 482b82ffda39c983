/// Another routing policy over the real history, asked for and shown.
@NullMarked
package dev.baton.cli.whatif;

import org.jspecify.annotations.NullMarked;
