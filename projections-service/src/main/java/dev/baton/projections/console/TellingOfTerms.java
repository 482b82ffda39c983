package dev.baton.projections.console;

import dev.baton.contract.deal.ConsultationEvent;
import dev.baton.contract.deal.ConsultationEvent.AdviceRequested;
import dev.baton.contract.deal.TermsEvent;
import dev.baton.contract.deal.TermsEvent.NeedRecorded;

/// Tells what is laid down on the way to agreed terms, and who was asked about it.
final class TellingOfTerms {

    String of(TermsEvent event) {
        return switch (event) {
            case NeedRecorded(var need, var description) -> "Need recorded: " + description;
        };
    }

    String of(ConsultationEvent event) {
        return switch (event) {
            case AdviceRequested(var advice, var question) -> "Advice asked for: " + question;
        };
    }
}
