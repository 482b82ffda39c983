@NullMarked
package dev.baton.web.edge.page;

import org.jspecify.annotations.NullMarked;
