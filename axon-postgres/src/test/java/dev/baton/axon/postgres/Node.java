package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.LogUnderTest;
import dev.baton.axon.postgres.conformance.Placed;
import dev.baton.contract.StreamId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// A service on the log, reached as services are: by commands over the bus.
final class Node implements LogUnderTest {
    private static final CounterCodec CODEC = new CounterCodec();

    private final String url;
    private final ConfigurableApplicationContext service;
    private final EventLog log;
    private final CommandBus commands;
    private final Consumer<Runnable> around;

    private Node(String url, ConfigurableApplicationContext service, Consumer<Runnable> around) {
        this.url = url;
        this.service = service;
        this.log = service.getBean(EventLog.class);
        this.commands = service.getBean(CommandBus.class);
        this.around = around;
    }

    /// Commands come from outside: they share their commits.
    static Node sharingCommits(String url) {
        return new Node(url, start(url), Runnable::run);
    }

    /// Commands are sent within a transaction, as a saga sends them.
    static Node withinTransactions(String url) {
        ConfigurableApplicationContext service = start(url);
        TransactionTemplate transactions = new TransactionTemplate(service.getBean(PlatformTransactionManager.class));
        return new Node(url, service, work -> transactions.executeWithoutResult(ignored -> work.run()));
    }

    private static ConfigurableApplicationContext start(String url) {
        return TestService.start(url, Map.of("logging.level.com.zaxxer.hikari", "error"), Scribe.class);
    }

    ConfigurableApplicationContext service() {
        return service;
    }

    @Override
    public Answer append(List<Fact> facts) {
        try {
            around.accept(() -> send(new Scribe.Write(facts, false)));
            return Answer.ACKNOWLEDGED;
        } catch (DuplicateEventId e) {
            return Answer.DUPLICATE;
        } catch (ConcurrencyException | AggregateStreamCreationException e) {
            return Answer.CONFLICT;
        }
    }

    /// Where there is a transaction, its events are in the table already when it is rolled back.
    @Override
    public void appendInVain(List<Fact> facts) {
        assertThatThrownBy(() -> around.accept(() -> {
                    boolean within = TransactionSynchronizationManager.isActualTransactionActive();
                    send(new Scribe.Write(facts, !within));
                    service.getBean(PendingAppends.class).flush();
                    throw new Scribe.InVain();
                }))
                .isInstanceOf(Scribe.InVain.class);
    }

    @Override
    public List<Fact> stream(String stream) {
        return log.readStream(StreamId.deal(stream), 0).stream().map(Node::fact).toList();
    }

    @Override
    public List<Placed> after(long position, int limit) {
        return log.readAfter(position, limit).stream()
                .map(event -> new Placed(event.position(), fact(event)))
                .toList();
    }

    @Override
    public long last() {
        return log.lastPosition();
    }

    @Override
    public void awaitAfter(long position, Duration atMost) {
        var ignored = log.awaitAfter(position, atMost);
    }

    @Override
    public Stall stall() {
        return LogLock.hold(url);
    }

    @Override
    public void crash() {
        Crash.of(url);
    }

    @Override
    public void requireProof() {
        assertThat(service.getBean(ChainVerification.class).verifyEnd()).isInstanceOf(ChainVerdict.Intact.class);
    }

    @Override
    public void close() {
        service.close();
    }

    private void send(Scribe.Write command) {
        FutureCallback<Scribe.Write, Object> callback = new FutureCallback<>();
        commands.dispatch(GenericCommandMessage.asCommandMessage(command), callback);
        var result = callback.join();
        if (result.isExceptional()) {
            throw (RuntimeException) result.exceptionResult();
        }
    }

    private static Fact fact(StoredEvent event) {
        return new Fact(
                event.envelope().id(),
                event.envelope().subject(),
                event.envelope().sequence(),
                CODEC.decode(event.envelope().type(), event.envelope().data())
                                instanceof CounterEvent.Noted(String text)
                        ? text
                        : event.envelope().data());
    }
}
