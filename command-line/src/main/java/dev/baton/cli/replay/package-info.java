/// Rebuilding the read models, watching it, and going back.
@NullMarked
package dev.baton.cli.replay;

import org.jspecify.annotations.NullMarked;
