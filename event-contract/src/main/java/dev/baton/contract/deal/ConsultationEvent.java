package dev.baton.contract.deal;

import dev.baton.contract.Require;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Advice and answers on a deal, each with a clock. Who is consulted does not become accountable.
public sealed interface ConsultationEvent extends DealEvent {

    /// @param request its number within the deal, from 1
    /// @param specialist who is asked; any specialist when absent
    /// @param due when it goes to the manager's queue
    record AdviceRequested(int request, String by, @Nullable String specialist, String topic, Instant due)
            implements ConsultationEvent {
        public AdviceRequested {
            Ordinal.fromOne("request", request);
            Require.text("by", by);
            Require.optionalText("specialist", specialist);
            Require.text("topic", topic);
            Require.present("due", due);
        }
    }

    record AdviceGiven(int request, String by, String advice) implements ConsultationEvent {
        public AdviceGiven {
            Ordinal.fromOne("request", request);
            Require.text("by", by);
            Require.text("advice", advice);
        }
    }

    /// @param question its number within the deal, from 1
    /// @param asked the member who should answer
    /// @param due when it goes to the manager's queue
    record QuestionAsked(int question, String by, String asked, String text, Instant due) implements ConsultationEvent {
        public QuestionAsked {
            Ordinal.fromOne("question", question);
            Require.text("by", by);
            Require.text("asked", asked);
            Require.text("text", text);
            Require.present("due", due);
        }
    }

    record QuestionAnswered(int question, String by, String answer) implements ConsultationEvent {
        public QuestionAnswered {
            Ordinal.fromOne("question", question);
            Require.text("by", by);
            Require.text("answer", answer);
        }
    }

    /// Nobody answered in time: the request is somebody else's now.
    ///
    /// @param number of the request among those of its kind
    /// @param from whose queue it leaves; absent when every specialist was asked
    /// @param to whose queue it enters
    /// @param due when it goes on again, if anybody is left
    record RequestEscalated(
            RequestKind kind, int number, @Nullable String from, String to, Instant due) implements ConsultationEvent {
        public RequestEscalated {
            Require.present("kind", kind);
            Ordinal.fromOne("number", number);
            Require.optionalText("from", from);
            Require.text("to", to);
            Require.present("due", due);
        }
    }

    /// What can be asked of a person about a deal.
    enum RequestKind {
        PLAN,
        APPROVAL,
        ADVICE,
        QUESTION
    }
}
