package dev.baton.benchmarks.baton;

import dev.baton.axon.postgres.CommitCompanion;
import dev.baton.axon.postgres.IdempotentAnswers;
import dev.baton.axon.postgres.IdempotentAnswers.Answer;
import dev.baton.benchmarks.work.AppendContender;
import dev.baton.benchmarks.work.Contestants;
import dev.baton.benchmarks.work.Place;
import dev.baton.benchmarks.work.Request;
import dev.baton.benchmarks.work.Worker;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;

/// Baton without HTTP: a command through Axon's gateway to an aggregate, its events and its answer
/// under the Idempotency-Key in one commit.
public final class BatonInProcess implements AppendContender {
    static final Contestants ALL = new Contestants(Map.of("baton", BatonInProcess::new), Map.of());

    private final ConfigurableApplicationContext service;
    private final CommandGateway gateway;
    private final IdempotentAnswers answers;

    BatonInProcess(Place place) {
        service = BenchService.start(place.database());
        gateway = service.getBean(CommandGateway.class);
        answers = service.getBean(IdempotentAnswers.class);
    }

    public static void main(String[] arguments) throws Exception {
        Worker.run(ALL, Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    @Override
    public long advance(Request request) {
        CommitCompanion answer =
                answers.companion(Request.SCOPE, request.key(), request.digest(), result -> answer(request, result));
        Long sequence = gateway.sendAndWait(new GenericCommandMessage<>(
                new Advance(request), Map.of("actor", "bench", CommitCompanion.KEY, answer)));
        return sequence;
    }

    private static Answer answer(Request request, @Nullable Object sequence) {
        return new Answer(200, request.answer((Long) Objects.requireNonNull(sequence)));
    }

    @Override
    public void close() {
        service.close();
    }
}
