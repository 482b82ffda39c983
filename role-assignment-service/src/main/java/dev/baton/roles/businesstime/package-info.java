/// Time as a team counts it: working hours, holidays and a zone.
@NullMarked
package dev.baton.roles.businesstime;

import org.jspecify.annotations.NullMarked;
