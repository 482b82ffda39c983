@NullMarked
package dev.baton.cli.proof;

import org.jspecify.annotations.NullMarked;
