@NullMarked
package dev.baton.web.edge;

import org.jspecify.annotations.NullMarked;
