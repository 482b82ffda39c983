package dev.baton.deal.command;

import dev.baton.deal.lifecycle.ConsultationCommand.AnswerQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.AskQuestion;
import dev.baton.deal.lifecycle.ConsultationCommand.GiveAdvice;
import dev.baton.deal.lifecycle.ConsultationCommand.RequestAdvice;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asking people about a deal for which they are not accountable, and answering.
@RestController
@RequestMapping("/v1/deals")
public final class ConsultationController implements TakesCommands {
    private final Counter counter;

    public ConsultationController(Counter counter) {
        this.counter = counter;
    }

    @PostMapping("/{deal}/request-advice")
    public ResponseEntity<String> requestAdvice(@PathVariable String deal, @RequestBody AdviceWish wish, Asked asked) {
        return counter.carryOut(new RequestAdvice(deal, wish.specialist(), wish.topic()), asked, wish);
    }

    @PostMapping("/{deal}/give-advice")
    public ResponseEntity<String> giveAdvice(@PathVariable String deal, @RequestBody Advice advice, Asked asked) {
        return counter.carryOut(new GiveAdvice(deal, advice.request(), advice.advice()), asked, advice);
    }

    @PostMapping("/{deal}/ask-question")
    public ResponseEntity<String> askQuestion(@PathVariable String deal, @RequestBody Question question, Asked asked) {
        return counter.carryOut(new AskQuestion(deal, question.asked(), question.text()), asked, question);
    }

    @PostMapping("/{deal}/answer-question")
    public ResponseEntity<String> answerQuestion(@PathVariable String deal, @RequestBody Answer answer, Asked asked) {
        return counter.carryOut(new AnswerQuestion(deal, answer.question(), answer.answer()), asked, answer);
    }

    /// @param specialist who is asked; any specialist when absent
    public record AdviceWish(@Nullable String specialist, String topic) {}

    /// @param request the number of the request
    public record Advice(int request, String advice) {}

    /// @param asked the member who should answer
    public record Question(String asked, String text) {}

    /// @param question its number
    public record Answer(int question, String answer) {}
}
