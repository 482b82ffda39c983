package dev.baton.deal.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.baton.axon.postgres.EventLog;
import dev.baton.contract.StreamId;
import dev.baton.deal.house.House;
import dev.baton.deal.house.Http;
import dev.baton.deal.house.Kafka;
import dev.baton.web.edge.testing.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Between a transfer and the deal's recognition of it.
class WindowOfATransferTest {
    private static final Duration A_WHILE = House.PATIENCE;
    private static final String STEP = "{\"what\": \"call %s\", \"due\": \"2099-12-01\"}";

    private final Http rita = House.http().as(TestTokens.member("rita", "SALES_REPRESENTATIVE"));
    private final Http ron = House.http().as(TestTokens.member("ron", "SALES_REPRESENTATIVE"));
    private final String path = rita.command("/v1/deals", "{\"pipeline\": \"milestones\", \"title\": \"a lead\"}")
            .header("Location");
    private final String deal = path.substring(path.lastIndexOf('/') + 1);

    @Test
    void what_the_old_holder_does_before_the_deal_knows_stands_and_afterwards_is_refused() {
        assertThat(act(rita, 0).status()).isEqualTo(200);
        Http.Answer early = ron.command(path + "/set-next-step", STEP.formatted("early"), "Baton-Epoch", "1");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("holder-not-yet-known");
        assertThat(act(ron, 0).status()).isEqualTo(403);

        Kafka.transferred(deal, 0, "SALES_REPRESENTATIVE", "ron", 1);
        await().atMost(A_WHILE)
                .untilAsserted(() ->
                        assertThat(ron.get(path).json().path("epoch").asInt()).isEqualTo(1));
        assertThat(act(rita, 1).status()).isEqualTo(403);
        Http.Answer old = rita.command(path + "/set-next-step", STEP.formatted("late"), "Baton-Epoch", "0");
        assertThat(old.code()).isEqualTo("epoch-passed");
        assertThat(act(ron, 2).status()).isEqualTo(200);
        assertThat(types())
                .containsExactly(
                        "baton.deal.lead-found.v1",
                        "baton.deal.next-step-set.v1",
                        "baton.deal.holder-recognised.v1",
                        "baton.deal.next-step-set.v1");
    }

    @Test
    void however_they_race_no_act_of_the_old_holder_follows_the_recognition_and_none_of_the_new_one_goes_before() {
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Integer>> racing = new ArrayList<>();
        int done;
        // a thread for each: the common pool of a machine with few processors may give them to one person only
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Http person : List.of(rita, ron)) {
                IntStream.range(0, 3)
                        .mapToObj(n -> CompletableFuture.supplyAsync(() -> actUntil(over, person), threads))
                        .forEach(racing::add);
            }
            try {
                await().atMost(A_WHILE).until(() -> types().size() > 5);
                Kafka.transferred(deal, 0, "SALES_REPRESENTATIVE", "ron", 1);
                await().atMost(A_WHILE).until(() -> actors("ron") > 5);
            } finally {
                over.set(true);
            }
            done = racing.stream().mapToInt(CompletableFuture::join).sum();
        }
        List<String> acts = House.part(EventLog.class).readStream(StreamId.deal(deal), 1).stream()
                .map(event -> event.envelope().type().contains("recognised")
                        ? "recognised"
                        : String.valueOf(event.envelope().actor()))
                .toList();
        int recognised = acts.indexOf("recognised");
        assertThat(acts.subList(0, recognised)).containsOnly("rita");
        assertThat(acts.subList(recognised + 1, acts.size())).containsOnly("ron");
        assertThat(acts).hasSize(done + 1);
    }

    private int actUntil(AtomicBoolean over, Http person) {
        int done = 0;
        for (int n = 0; !over.get(); n++) {
            done += act(person, n).status() == 200 ? 1 : 0;
        }
        return done;
    }

    private Http.Answer act(Http person, int n) {
        return person.command(path + "/set-next-step", STEP.formatted(n));
    }

    private long actors(String member) {
        return House.part(EventLog.class).readStream(StreamId.deal(deal), 1).stream()
                .filter(event -> member.equals(event.envelope().actor()))
                .count();
    }

    private List<String> types() {
        return House.part(EventLog.class).readStream(StreamId.deal(deal), 0).stream()
                .map(event -> event.envelope().type())
                .toList();
    }
}
