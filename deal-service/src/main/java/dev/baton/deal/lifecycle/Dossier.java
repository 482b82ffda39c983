package dev.baton.deal.lifecycle;

import dev.baton.contract.Holder;
import dev.baton.contract.Require;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.HandoverPackage;
import dev.baton.contract.deal.ProspectingEvent.LeadFound;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What is known of a deal in whatever state it is.
///
/// @param holder who may act, as the deal has recognised
/// @param epoch the holding's number; 0 is the holder that LeadFound named
/// @param value the last known value
/// @param reached when each milestone happened, for those that did
public record Dossier(
        Lead lead,
        int pipelineVersion,
        Holder holder,
        int epoch,
        @Nullable Money value,
        Map<Milestone, Instant> reached,
        @Nullable HandoverPackage handoverPackage) {

    public Dossier {
        reached = Collections.unmodifiableMap(new EnumMap<>(reached));
    }

    static Dossier begun(LeadFound found, Instant at) {
        return new Dossier(
                Lead.of(found),
                Require.present("pipelineVersion", found.pipelineVersion()),
                Require.present("holder", found.holder()),
                0,
                found.value(),
                Map.of(Milestone.LEAD_FOUND, at),
                null);
    }

    Dossier requested(HandoverRequested request, Instant at) {
        return reached(Milestone.HANDED_TO_SUPPORT, at, null).packedWith(request.handoverPackage());
    }

    boolean has(Milestone milestone) {
        return reached.containsKey(milestone);
    }

    /// A late milestone's value changes nothing: what followed it has said the newer one.
    Dossier reached(Milestone milestone, Instant at, @Nullable Money told) {
        Map<Milestone, Instant> more = new EnumMap<>(reached);
        more.put(milestone, at);
        boolean late = reached.keySet().stream().anyMatch(other -> other.compareTo(milestone) > 0);
        Money current = told == null || (late && value != null) ? value : told;
        return new Dossier(lead, pipelineVersion, holder, epoch, current, more, handoverPackage);
    }

    Dossier heldBy(HolderRecognised recognised) {
        return new Dossier(
                lead, pipelineVersion, recognised.holder(), recognised.epoch(), value, reached, handoverPackage);
    }

    Dossier packedWith(@Nullable HandoverPackage told) {
        return new Dossier(lead, pipelineVersion, holder, epoch, value, reached, told == null ? handoverPackage : told);
    }
}
