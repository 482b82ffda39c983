@NullMarked
package dev.baton.web.edge.problem;

import org.jspecify.annotations.NullMarked;
