@NullMarked
package dev.baton.contract.json;

import org.jspecify.annotations.NullMarked;
