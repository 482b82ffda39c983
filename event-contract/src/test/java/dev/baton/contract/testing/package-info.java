/// For the tests of every module, and for no service.
@NullMarked
package dev.baton.contract.testing;

import org.jspecify.annotations.NullMarked;
