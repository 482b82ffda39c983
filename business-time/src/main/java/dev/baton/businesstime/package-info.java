/// Time as a team counts it: working hours, holidays and a zone.
@NullMarked
package dev.baton.businesstime;

import org.jspecify.annotations.NullMarked;
