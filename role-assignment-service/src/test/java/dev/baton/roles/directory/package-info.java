@NullMarked
package dev.baton.roles.directory;

import org.jspecify.annotations.NullMarked;
