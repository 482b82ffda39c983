/// Who is there and what they carry, as rows that are written in the commit of the facts.
@NullMarked
package dev.baton.roles.directory;

import org.jspecify.annotations.NullMarked;
