/// `baton verify`.
@NullMarked
package dev.baton.cli.verify;

import org.jspecify.annotations.NullMarked;
