@NullMarked
package dev.baton.businesstime;

import org.jspecify.annotations.NullMarked;
