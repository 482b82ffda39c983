package dev.baton.deal.lifecycle;

import dev.baton.contract.deal.AccountabilityEvent.HolderRecognised;
import dev.baton.contract.deal.DealEvent;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import java.util.List;
import java.util.stream.Stream;

/// The deal follows responsibility; a won deal is in support once support holds it.
final class HolderDecisions {
    private HolderDecisions() {}

    static List<DealEvent> decide(DealState state, RecogniseHolder command, DealContext context) {
        return switch (state) {
            case Unknown _ -> throw Refusals.unknownDeal(command.deal());
            case DealState.Known known when command.epoch() <= known.dossier().epoch() -> List.of();
            case Won won ->
                Stream.concat(
                                Stream.of(recognised(command)),
                                HandoverDecisions.handed(won.dossier(), command.holder(), context).stream())
                        .toList();
            case DealState.Known _ -> List.of(recognised(command));
        };
    }

    private static HolderRecognised recognised(RecogniseHolder command) {
        return new HolderRecognised(command.holder(), command.epoch());
    }
}
