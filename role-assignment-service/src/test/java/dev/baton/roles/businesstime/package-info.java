@NullMarked
package dev.baton.roles.businesstime;

import org.jspecify.annotations.NullMarked;
