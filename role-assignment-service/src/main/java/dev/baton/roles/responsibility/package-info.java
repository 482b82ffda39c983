/// Who is accountable for a deal: holder, standing offer, epoch.
@NullMarked
package dev.baton.roles.responsibility;

import org.jspecify.annotations.NullMarked;
