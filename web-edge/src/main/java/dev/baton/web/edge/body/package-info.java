@NullMarked
package dev.baton.web.edge.body;

import org.jspecify.annotations.NullMarked;
