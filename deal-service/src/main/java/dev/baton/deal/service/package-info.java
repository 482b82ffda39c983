/// What support has done for a customer, and what it owes. Plain Java; no framework is known here.
@NullMarked
package dev.baton.deal.service;

import org.jspecify.annotations.NullMarked;
