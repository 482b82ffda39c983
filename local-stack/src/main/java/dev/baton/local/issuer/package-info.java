@NullMarked
package dev.baton.local.issuer;

import org.jspecify.annotations.NullMarked;
