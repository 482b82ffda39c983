package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.RequestedHolder;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What somebody tells about a lead; what Baton adds to it (version, first holder) cannot be told.
public record Lead(
        String pipeline,
        String title,
        @Nullable Customer customer,
        @Nullable String channel,
        @Nullable String territory,
        @Nullable String product,
        @Nullable String need,
        @Nullable Money value,
        @Nullable RequestedHolder requestedHolder) {

    /// The fact's own checks are the checks of what is told.
    public Lead {
        var _ = new LeadFound(
                pipeline, title, customer, channel, territory, product, need, value, requestedHolder, null, null);
    }

    /// Asked of what is told now: a stored lead stays as it is.
    ///
    /// @throws dev.baton.contract.InvalidValue when the customer's id is too long to be looked for
    void requireCustomerToBeFound() {
        if (customer != null) {
            Require.id("customer.id", customer.id());
        }
    }

    LeadFound foundUnder(int version, Holder first) {
        return new LeadFound(
                pipeline, title, customer, channel, territory, product, need, value, requestedHolder, version, first);
    }

    static Lead of(LeadFound found) {
        return new Lead(
                found.pipeline(),
                found.title(),
                found.customer(),
                found.channel(),
                found.territory(),
                found.product(),
                found.need(),
                found.value(),
                found.requestedHolder());
    }

    Lead corrected(DealCorrected correction) {
        return new Lead(
                pipeline,
                correction.title() == null ? title : correction.title(),
                correction.customer() == null ? customer : correction.customer(),
                correction.channel() == null ? channel : correction.channel(),
                correction.territory() == null ? territory : correction.territory(),
                correction.product() == null ? product : correction.product(),
                correction.need() == null ? need : correction.need(),
                value,
                requestedHolder);
    }
}
