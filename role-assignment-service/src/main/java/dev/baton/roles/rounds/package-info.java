/// What happens because time has passed or people have gone: looked for again and again, so that nothing is forgotten.
@NullMarked
package dev.baton.roles.rounds;

import org.jspecify.annotations.NullMarked;
