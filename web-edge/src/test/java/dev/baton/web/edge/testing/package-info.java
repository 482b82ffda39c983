/// Tokens for the tests of services, in the artifact `web-edge` of type `test-jar`.
@NullMarked
package dev.baton.web.edge.testing;

import org.jspecify.annotations.NullMarked;
