@NullMarked
package dev.baton.web.edge.request;

import org.jspecify.annotations.NullMarked;
