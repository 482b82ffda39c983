/// What sagas remember, worked out again from the log with nothing sent and nobody asked, and compared.
@NullMarked
package dev.baton.roles.rebuild;

import org.jspecify.annotations.NullMarked;
