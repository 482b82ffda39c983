package dev.baton.deal.lifecycle;

import static dev.baton.deal.lifecycle.Deals.ID;

import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.TermsEvent.NeedRecorded;
import dev.baton.deal.lifecycle.ConsultationCommand.RequestAdvice;
import dev.baton.deal.lifecycle.TermsCommand.RecordNeed;
import java.util.List;

/// What leads to agreed terms.
final class TermsSamples {
    private TermsSamples() {}

    static List<Sample> all() {
        return List.of(
                Sample.byHolder(new RecordNeed(ID, new NeedRecorded("n1", "forty presses an hour"))),
                Sample.byHolder(new RequestAdvice(ID, new AdviceRequested("a1", "is one enough?"))));
    }
}
