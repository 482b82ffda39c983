package dev.baton.cli.demo;

import java.io.IOException;
import java.util.List;
import me.tongfei.progressbar.ProgressBar;

/// Brings people and events in, chunk after chunk, in order.
record Loading(FrontDoor door) {
    private static final int CHUNK = 200;

    void register(List<Person> cast) throws IOException, InterruptedException {
        try (ProgressBar bar = Progress.bar("people", " people", cast.size())) {
            for (Person person : cast) {
                door.register(person);
                bar.step();
            }
        }
    }

    Outcome post(List<Fact> facts) throws IOException, InterruptedException {
        Outcome outcome = Outcome.NONE;
        Delivery delivery = new Delivery(door);
        try (ProgressBar bar = Progress.bar("events", " events", facts.size())) {
            for (int from = 0; from < facts.size(); from += CHUNK) {
                List<Fact> chunk = facts.subList(from, Math.min(from + CHUNK, facts.size()));
                outcome = outcome.plus(delivery.of(chunk));
                bar.stepBy(chunk.size());
            }
        }
        return outcome;
    }
}
