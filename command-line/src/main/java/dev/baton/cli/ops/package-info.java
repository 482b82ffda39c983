/// Tasks that services carry out for ops, started and followed over HTTP.
@NullMarked
package dev.baton.cli.ops;

import org.jspecify.annotations.NullMarked;
