package dev.baton.deal.lifecycle;

import static dev.baton.deal.lifecycle.Deals.AXEL;
import static dev.baton.deal.lifecycle.Deals.DAY_ONE;
import static dev.baton.deal.lifecycle.Deals.EUR_1000;
import static dev.baton.deal.lifecycle.Deals.EVIDENCE;
import static dev.baton.deal.lifecycle.Deals.ID;
import static dev.baton.deal.lifecycle.Deals.NOW;
import static dev.baton.deal.lifecycle.Deals.SUZY;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.contract.Role;
import dev.baton.contract.deal.ClosingEvent.Closed;
import dev.baton.contract.deal.ClosingEvent.Outcome;
import dev.baton.contract.deal.DealEvent;
import dev.baton.contract.deal.NegotiationEvent.Negotiated;
import dev.baton.contract.deal.ProspectingEvent.LeadQualified;
import dev.baton.contract.deal.SupportEvent.HandoverRequested;
import dev.baton.deal.lifecycle.DealCommand.RecogniseHolder;
import dev.baton.deal.lifecycle.PersonsCommand.AgreeTerms;
import dev.baton.deal.lifecycle.PersonsCommand.CloseDeal;
import dev.baton.deal.lifecycle.PersonsCommand.DisqualifyLead;
import dev.baton.deal.lifecycle.PersonsCommand.FindLead;
import dev.baton.deal.lifecycle.PersonsCommand.OpenNegotiation;
import dev.baton.deal.lifecycle.PersonsCommand.QualifyLead;
import dev.baton.deal.lifecycle.RecordMilestone.RecordClosed;
import dev.baton.deal.lifecycle.RecordMilestone.RecordHandover;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadFound;
import dev.baton.deal.lifecycle.RecordMilestone.RecordLeadQualified;
import dev.baton.deal.lifecycle.RecordMilestone.RecordNegotiated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The whole table: each state, each command, what follows. The actor is whoever holds the deal.
class EveryStateMeetsEveryCommandTest {

    private static final String PEOPLE = """
        state        | FindLead          | QualifyLead       | DisqualifyLead    | OpenNegotiation   | AgreeTerms        | CloseDeal won     | CloseDeal lost
        Unknown      | LeadFound         | unknown-deal      | unknown-deal      | unknown-deal      | unknown-deal      | unknown-deal      | unknown-deal
        Prospecting  | not-in-this-state | LeadQualified     | LeadDisqualified  | not-in-this-state | not-in-this-state | role-required     | Closed
        Qualified    | not-in-this-state | not-in-this-state | not-in-this-state | NegotiationOpened | not-in-this-state | Closed            | Closed
        Negotiating  | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | Negotiated        | Closed            | Closed
        Agreed       | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | Closed            | Closed
        Won          | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state
        Lost         | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state
        Disqualified | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state
        InSupport    | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state | not-in-this-state
        """;

    private static final String MILESTONES = """
        state        | lead-found                | lead-qualified            | negotiated                | closed won                | closed lost               | handed-to-support
        Unknown      | LeadFound                 | unknown-deal              | unknown-deal              | unknown-deal              | unknown-deal              | unknown-deal
        Prospecting  | already-recorded          | LeadQualified             | Negotiated                | Closed                    | Closed                    | predecessor-missing
        Qualified    | already-recorded          | already-recorded          | Negotiated                | Closed                    | Closed                    | predecessor-missing
        Negotiating  | already-recorded          | already-recorded          | Negotiated                | Closed                    | Closed                    | predecessor-missing
        Agreed       | already-recorded          | already-recorded          | already-recorded          | Closed                    | Closed                    | predecessor-missing
        Won          | already-recorded          | already-recorded          | already-recorded          | already-recorded          | already-recorded          | HandoverRequested
        Lost         | already-recorded          | already-recorded          | already-recorded          | already-recorded          | already-recorded          | contradicts-what-followed
        Disqualified | contradicts-what-followed | contradicts-what-followed | contradicts-what-followed | contradicts-what-followed | contradicts-what-followed | contradicts-what-followed
        InSupport    | already-recorded          | already-recorded          | already-recorded          | already-recorded          | already-recorded          | HandoverRequested
        """;

    private static final String RECOGNITION = """
        state        | RecogniseHolder newer executive | RecogniseHolder newer support        | RecogniseHolder same epoch
        Unknown      | unknown-deal                    | unknown-deal                         | unknown-deal
        Prospecting  | HolderRecognised                | HolderRecognised                     | nothing
        Qualified    | HolderRecognised                | HolderRecognised                     | nothing
        Negotiating  | HolderRecognised                | HolderRecognised                     | nothing
        Agreed       | HolderRecognised                | HolderRecognised                     | nothing
        Won          | HolderRecognised                | HolderRecognised and HandedToSupport | nothing
        Lost         | HolderRecognised                | HolderRecognised                     | nothing
        Disqualified | HolderRecognised                | HolderRecognised                     | nothing
        InSupport    | HolderRecognised                | HolderRecognised                     | nothing
        """;

    @ParameterizedTest(name = "in {0}, {1} ends in {2}")
    @MethodSource("cells")
    void the_table_holds(String state, String command, String expected) {
        assertThat(outcome(Deals.everyState().get(state), commands().get(command)))
                .isEqualTo(expected);
    }

    @Test
    void the_table_knows_every_state_and_every_command() {
        Set<String> states =
                Set.copyOf(cells().map(cell -> (String) cell.get()[0]).toList());
        Set<String> asked = Set.copyOf(
                cells().map(cell -> commands().get((String) cell.get()[1]).commandName())
                        .toList());
        assertThat(states).isEqualTo(Deals.everyState().keySet());
        assertThat(asked).isEqualTo(Set.copyOf(concrete(DealCommand.class)));
    }

    static Stream<Arguments> cells() {
        return Stream.of(PEOPLE, MILESTONES, RECOGNITION).flatMap(table -> cells(table).stream());
    }

    private static List<Arguments> cells(String table) {
        List<String[]> rows =
                table.lines().map(line -> line.strip().split("\\s*\\|\\s*")).toList();
        List<Arguments> cells = new ArrayList<>();
        for (String[] row : rows.subList(1, rows.size())) {
            for (int column = 1; column < row.length; column++) {
                cells.add(Arguments.of(row[0], rows.getFirst()[column], row[column]));
            }
        }
        return cells;
    }

    private static String outcome(DealState state, DealCommand command) {
        try {
            List<DealEvent> events = DealDecisions.decide(state, command, context(state));
            return events.isEmpty()
                    ? "nothing"
                    : events.stream()
                            .map(event -> event.getClass().getSimpleName())
                            .collect(joining(" and "));
        } catch (DealRejected refusal) {
            return refusal.code();
        }
    }

    /// Whoever holds the deal acts, in the role of the holding; a new lead is found by a representative.
    private static DealContext context(DealState state) {
        return switch (state) {
            case Unknown _ -> Deals.person(Deals.MILESTONES, "rita", Role.SALES_REPRESENTATIVE);
            case DealState.Known known ->
                Deals.person(
                        Deals.MILESTONES,
                        known.dossier().holder().member(),
                        known.dossier().holder().role());
        };
    }

    private static Map<String, DealCommand> commands() {
        Instant at = DAY_ONE;
        Closed won = new Closed(Outcome.WON, EUR_1000, null, null);
        Closed lost = new Closed(Outcome.LOST, null, Closed.NOT_RECORDED, null);
        LeadQualified finding = new LeadQualified(null, null, EVIDENCE);
        Negotiated terms = new Negotiated(EUR_1000, null);
        Map<String, DealCommand> commands = new LinkedHashMap<>();
        commands.put("FindLead", new FindLead(ID, Deals.lead(EUR_1000)));
        commands.put("QualifyLead", new QualifyLead(ID, finding));
        commands.put("DisqualifyLead", new DisqualifyLead(ID, "no budget"));
        commands.put("OpenNegotiation", new OpenNegotiation(ID));
        commands.put("AgreeTerms", new AgreeTerms(ID, terms));
        commands.put("CloseDeal won", new CloseDeal(ID, won));
        commands.put("CloseDeal lost", new CloseDeal(ID, lost));
        commands.put("lead-found", new RecordLeadFound(ID, Deals.lead(EUR_1000), at));
        commands.put("lead-qualified", new RecordLeadQualified(ID, finding, at));
        commands.put("negotiated", new RecordNegotiated(ID, terms, at));
        commands.put("closed won", new RecordClosed(ID, won, at));
        commands.put("closed lost", new RecordClosed(ID, lost, at));
        commands.put("handed-to-support", new RecordHandover(ID, new HandoverRequested(null), NOW));
        commands.put("RecogniseHolder newer executive", new RecogniseHolder(ID, AXEL, 7));
        commands.put("RecogniseHolder newer support", new RecogniseHolder(ID, SUZY, 7));
        commands.put("RecogniseHolder same epoch", new RecogniseHolder(ID, SUZY, 0));
        return commands;
    }

    private static List<String> concrete(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? concrete(kind).stream() : Stream.of(kind.getSimpleName()))
                .toList();
    }
}
