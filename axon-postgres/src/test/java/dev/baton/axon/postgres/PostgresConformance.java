package dev.baton.axon.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.axon.postgres.conformance.Answer;
import dev.baton.axon.postgres.conformance.Callers;
import dev.baton.axon.postgres.conformance.Fact;
import dev.baton.axon.postgres.conformance.LogConformance;
import dev.baton.axon.postgres.conformance.LogUnderTest;
import dev.baton.axon.postgres.conformance.Placed;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The suite on PostgreSQL, and what can be asked of PostgreSQL alone.
abstract class PostgresConformance implements LogConformance {
    private final String url = Postgres.newDatabase();
    private Node log;
    private Node neighbour;

    abstract Node start(String url);

    @BeforeAll
    void startBoth() {
        log = start(url);
        neighbour = Node.sharingCommits(url);
    }

    @AfterAll
    void the_whole_chain_is_intact() {
        try (Node first = log;
                Node second = neighbour) {
            assertThat(first.service().getBean(ChainVerification.class).verify())
                    .isEqualTo(second.service().getBean(ChainVerification.class).verify())
                    .isInstanceOf(ChainVerdict.Intact.class);
        }
    }

    @Override
    public LogUnderTest log() {
        return log;
    }

    @Override
    public LogUnderTest neighbour() {
        return neighbour;
    }

    @Test
    void a_transaction_that_is_open_elsewhere_in_the_server_stops_no_tail() throws Exception {
        long before = log.last();
        List<Fact> facts = List.of(Fact.first(), Fact.first());
        try (LeftOpen elsewhere = LeftOpen.in(Postgres.newDatabase());
                LeftOpen here = LeftOpen.in(url);
                TrackingEventStream axons =
                        neighbour.service().getBean(PostgresEventStore.class).openStream(null)) {
            facts.forEach(fact -> assertThat(log.append(fact)).isEqualTo(Answer.ACKNOWLEDGED));
            assertThat(log.after(before, 10)).extracting(Placed::fact).isEqualTo(facts);
            assertThat(neighbour.after(before, 10)).extracting(Placed::fact).isEqualTo(facts);
            while (!axons.nextAvailable()
                    .getIdentifier()
                    .equals(facts.getLast().id().toString())) {
                assertThat(axons.hasNextAvailable((int) Callers.PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            }
            elsewhere.commit();
            here.commit();
        }
        assertThat(denseAfter(before)).extracting(Placed::fact).isEqualTo(facts);
    }
}
