package dev.baton.deal.lifecycle;

import dev.baton.contract.Require;
import org.jspecify.annotations.Nullable;

/// What people ask each other about a deal, and answer; each question has a clock.
public sealed interface ConsultationCommand extends PersonsCommand {

    /// @param specialist who is asked; any specialist when absent
    @PossibleIn(DealState.Known.class)
    record RequestAdvice(String deal, @Nullable String specialist, String topic) implements ConsultationCommand {
        public RequestAdvice {
            Require.optionalId("specialist", specialist);
            Require.text("topic", topic);
        }
    }

    @PossibleIn(DealState.Known.class)
    record GiveAdvice(String deal, int request, String advice) implements ConsultationCommand {
        public GiveAdvice {
            Require.text("advice", advice);
        }
    }

    /// @param asked the member who should answer
    @PossibleIn(DealState.Known.class)
    record AskQuestion(String deal, String asked, String text) implements ConsultationCommand {
        public AskQuestion {
            Require.id("asked", asked);
            Require.text("text", text);
        }
    }

    @PossibleIn(DealState.Known.class)
    record AnswerQuestion(String deal, int question, String answer) implements ConsultationCommand {
        public AnswerQuestion {
            Require.text("answer", answer);
        }
    }
}
