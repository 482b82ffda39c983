@NullMarked
package dev.baton.contract.responsibility;

import org.jspecify.annotations.NullMarked;
