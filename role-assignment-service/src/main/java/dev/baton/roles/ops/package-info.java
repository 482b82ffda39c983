/// What ops may have verified and filled again here, beyond what every service with a log offers.
@NullMarked
package dev.baton.roles.ops;

import org.jspecify.annotations.NullMarked;
