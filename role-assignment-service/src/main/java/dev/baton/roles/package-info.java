/// Who carries each deal: people in their roles, and the baton between them.
@NullMarked
package dev.baton.roles;

import org.jspecify.annotations.NullMarked;
