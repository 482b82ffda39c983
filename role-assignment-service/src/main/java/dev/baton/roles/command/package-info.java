/// How commands reach their aggregates.
@NullMarked
package dev.baton.roles.command;

import org.jspecify.annotations.NullMarked;
