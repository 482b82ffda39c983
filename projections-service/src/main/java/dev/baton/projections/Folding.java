package dev.baton.projections;

import dev.baton.contract.EventCodec;
import dev.baton.contract.Topics;
import dev.baton.contract.json.JsonEventCodec;
import dev.baton.projections.assignment.AssignmentFold;
import dev.baton.projections.assignment.AssignmentRows;
import dev.baton.projections.close.DealCloseFold;
import dev.baton.projections.close.DealCloseRows;
import dev.baton.projections.deal.DealCurrentFold;
import dev.baton.projections.deal.DealCurrentRows;
import dev.baton.projections.fact.FactReader;
import dev.baton.projections.fact.MemberFact;
import dev.baton.projections.fact.StoryFact;
import dev.baton.projections.folding.Model;
import dev.baton.projections.folding.Models;
import dev.baton.projections.folding.View;
import dev.baton.projections.handoff.ResponsibilityFold;
import dev.baton.projections.handoff.ResponsibilityRows;
import dev.baton.projections.stage.StageVisitFold;
import dev.baton.projections.stage.StageVisitRows;
import dev.baton.projections.support.SupportFold;
import dev.baton.projections.support.SupportRows;
import dev.baton.projections.timeline.TimelineFold;
import dev.baton.projections.timeline.TimelineRows;
import dev.baton.projections.workload.PersonFold;
import dev.baton.projections.workload.PersonRows;
import dev.baton.projections.workload.SlotFold;
import dev.baton.projections.workload.SlotRows;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/// Which views are folded from which topic. A reader per topic: their tables have nothing in common, so neither
/// waits for the other.
@Configuration(proxyBeanMethods = false)
public class Folding {

    @Bean
    public EventCodec eventCodec() {
        return new JsonEventCodec();
    }

    @Bean
    public Models models(JdbcTemplate jdbc, EventCodec codec) {
        FactReader facts = new FactReader(codec);
        return generation -> List.of(
                new Model<>(generation, "deals", Topics.DEALS, facts, StoryFact.class, ofDeals(jdbc, generation)),
                new Model<>(
                        generation, "members", Topics.MEMBERS, facts, MemberFact.class, ofMembers(jdbc, generation)));
    }

    static List<View<StoryFact, ?>> ofDeals(JdbcTemplate jdbc, String generation) {
        return List.of(
                View.of("deal_current", new DealCurrentFold(), new DealCurrentRows(jdbc, generation)),
                View.of("deal_timeline", new TimelineFold(), new TimelineRows(jdbc, generation)),
                new View<>(
                        "stage_visit", StageVisitFold::key, new StageVisitFold(), new StageVisitRows(jdbc, generation)),
                View.of("responsibility_interval", new ResponsibilityFold(), new ResponsibilityRows(jdbc, generation)),
                new View<>(
                        "assignment_decision",
                        AssignmentFold::key,
                        new AssignmentFold(),
                        new AssignmentRows(jdbc, generation)),
                new View<>("deal_close", DealCloseFold::key, new DealCloseFold(), new DealCloseRows(jdbc, generation)),
                new View<>("support_deal", SupportFold::key, new SupportFold(), new SupportRows(jdbc, generation)));
    }

    static List<View<MemberFact, ?>> ofMembers(JdbcTemplate jdbc, String generation) {
        return List.of(
                View.of("member", new PersonFold(), new PersonRows(jdbc, generation)),
                new View<>("member_slot", SlotFold::key, new SlotFold(), new SlotRows(jdbc, generation)));
    }
}
