/// What people ask of deals over HTTP.
@NullMarked
package dev.baton.deal.command;

import org.jspecify.annotations.NullMarked;
