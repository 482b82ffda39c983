@NullMarked
package dev.baton.web.edge.security;

import org.jspecify.annotations.NullMarked;
