@NullMarked
package dev.baton.roles.member;

import org.jspecify.annotations.NullMarked;
