/// Quotas and incentive plans as versioned data, and what a close earns whom under them.
@NullMarked
package dev.baton.roles.incentive;

import org.jspecify.annotations.NullMarked;
