@NullMarked
package dev.baton.web.edge.json;

import org.jspecify.annotations.NullMarked;
