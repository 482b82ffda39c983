@NullMarked
package dev.baton.contract;

import org.jspecify.annotations.NullMarked;
