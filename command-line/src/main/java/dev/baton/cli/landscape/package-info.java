@NullMarked
package dev.baton.cli.landscape;

import org.jspecify.annotations.NullMarked;
