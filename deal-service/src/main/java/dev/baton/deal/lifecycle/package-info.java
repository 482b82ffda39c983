/// The deal's rules: states, commands, decisions. Plain Java; no framework is known here.
@NullMarked
package dev.baton.deal.lifecycle;

import org.jspecify.annotations.NullMarked;
