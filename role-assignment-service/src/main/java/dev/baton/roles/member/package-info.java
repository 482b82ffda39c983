/// The five role aggregates and the slot keeping that they share.
@NullMarked
package dev.baton.roles.member;

import org.jspecify.annotations.NullMarked;
