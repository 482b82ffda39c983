package dev.baton.deal.aggregate;

import dev.baton.deal.lifecycle.DealCommand.BeginReturnBusiness;

/// Begins a deal that another deal has brought, in the commit of that one.
@FunctionalInterface
public interface NewDeals {
    Receipt begin(BeginReturnBusiness command, Acting acting);
}
