package dev.baton.benchmarks.rebuild;

import dev.baton.contract.EventCodec;
import dev.baton.contract.Topics;
import dev.baton.projections.Folding;
import dev.baton.projections.fact.FactReader;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Model;
import dev.baton.projections.folding.Models;
import dev.baton.projections.folding.View;
import dev.baton.projections.timeline.TimelineFold;
import dev.baton.projections.timeline.TimelineRows;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/// Which read models are rebuilt.
enum ReadModels {
    /// A row for each event, as the peers have it.
    STORY {
        @Override
        Models of(JdbcTemplate jdbc, EventCodec codec) {
            FactReader facts = new FactReader(codec);
            return generation -> List.of(new Model<>(
                    generation,
                    "deals",
                    Topics.DEALS,
                    facts,
                    StoryFact.class,
                    List.of(View.of("deal_timeline", new TimelineFold(), new TimelineRows(jdbc, generation)))));
        }
    },
    /// Everything that projections-service rebuilds.
    ALL {
        @Override
        Models of(JdbcTemplate jdbc, EventCodec codec) {
            return new Folding().models(jdbc, codec);
        }
    };

    abstract Models of(JdbcTemplate jdbc, EventCodec codec);
}
