@NullMarked
package dev.baton.contract.deal;

import org.jspecify.annotations.NullMarked;
