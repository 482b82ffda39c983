package dev.baton.projections.replay;

import dev.baton.axon.kafka.TopicReaders;
import dev.baton.projections.folding.Model;
import dev.baton.projections.folding.Models;
import dev.baton.projections.generation.Positions;
import java.util.function.LongConsumer;
import org.springframework.stereotype.Component;

/// Brings a generation that nobody feeds up to where another one stands, as its readers would.
@Component
class CatchingUp {
    private static final int BATCH = 2000;

    private final Models models;
    private final TopicReaders readers;

    CatchingUp(Models models, TopicReaders readers) {
        this.models = models;
        this.readers = readers;
    }

    void to(Positions fence, String generation, LongConsumer read) {
        for (Model<?> model : models.of(generation)) {
            readers.fenced(model.reader(BATCH), model.handler()).readTo(fence.of(model.topic()), read);
        }
    }
}
