package dev.baton.projections.deal;

import dev.baton.contract.EventEnvelope;
import dev.baton.contract.Extensions;
import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ProgressEvent.DealCorrected;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import org.jspecify.annotations.Nullable;

/// What was known when the lead was found, or was corrected later.
///
/// @param origin the outside system that reported it, absent when it was entered by a person
/// @param estimated the reporting system did not know the moment, and said so
public record Lead(
        String pipeline,
        @Nullable Integer pipelineVersion,
        String title,
        @Nullable Customer customer,
        @Nullable String channel,
        @Nullable String territory,
        @Nullable String product,
        @Nullable String need,
        @Nullable String origin,
        boolean estimated) {

    static Lead of(LeadFound found, EventEnvelope envelope) {
        return new Lead(
                found.pipeline(),
                found.pipelineVersion(),
                found.title(),
                found.customer(),
                found.channel(),
                found.territory(),
                found.product(),
                found.need(),
                envelope.originSource(),
                Boolean.parseBoolean(envelope.extensions().get(Extensions.TIME_ESTIMATED)));
    }

    Lead corrected(DealCorrected correction) {
        return new Lead(
                pipeline,
                pipelineVersion,
                correction.title() == null ? title : correction.title(),
                correction.customer() == null ? customer : correction.customer(),
                correction.channel() == null ? channel : correction.channel(),
                correction.territory() == null ? territory : correction.territory(),
                correction.product() == null ? product : correction.product(),
                correction.need() == null ? need : correction.need(),
                origin,
                estimated);
    }
}
