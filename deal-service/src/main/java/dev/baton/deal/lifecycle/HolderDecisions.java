package dev.baton.deal.lifecycle;

import dev.baton.contract.Role;
import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.SupportEvent.HandedToSupport;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import java.util.List;

/// The deal follows responsibility; a won deal is in support once support holds it.
final class HolderDecisions {

    private HolderDecisions() {}

    static List<DealEvent> decide(DealState state, RecogniseHolder command) {
        return switch (state) {
            case Unknown _ -> throw Refusals.unknownDeal(command.deal());
            case DealState.Known known when command.epoch() <= known.dossier().epoch() -> List.of();
            case Won won
            when command.holder().role() == Role.CUSTOMER_SUPPORT_REPRESENTATIVE ->
                List.of(recognised(command), handed(command, won));
            case DealState.Known _ -> List.of(recognised(command));
        };
    }

    private static HolderRecognised recognised(RecogniseHolder command) {
        return new HolderRecognised(command.holder(), command.epoch());
    }

    private static HandedToSupport handed(RecogniseHolder command, Won won) {
        return new HandedToSupport(command.holder().member(), won.dossier().handoverPackage());
    }
}
