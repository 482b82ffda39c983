@NullMarked
package dev.baton.local.command;

import org.jspecify.annotations.NullMarked;
