package dev.baton.roles.whatif;

import dev.baton.contract.Holder;
import dev.baton.contract.Role;
import dev.baton.roles.member.SlotKeepingState;
import dev.baton.roles.member.SlotKeepingState.Working;
import dev.baton.roles.whatif.LegOutcome.Result;
import dev.baton.roles.whatif.WaitingLine.Place;
import dev.baton.roles.whatif.WhatIfReport.Difference;
import dev.baton.roles.whatif.WhatIfReport.Legs;
import dev.baton.roles.whatif.WhatIfReport.Load;
import dev.baton.roles.whatif.WhatIfReport.PersonLine;
import dev.baton.roles.whatif.WhatIfReport.RoleLine;
import dev.baton.roles.whatif.WhatIfReport.Unroutable;
import dev.baton.roles.whatif.WhatIfReport.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts the two worlds side by side.
final class Reporting {
    private final Ledger recorded;
    private final Ledger other;
    private final Instant from;
    private final Instant to;

    private Reporting(Period period, Ledger recorded, Ledger other) {
        this.recorded = recorded;
        this.other = other;
        from = period.from() == null ? first() : period.from();
        to = period.to() == null ? last() : period.to();
    }

    static WhatIfReport report(
            Question question,
            long facts,
            Comparison comparison,
            long voidActs,
            long assumedAnswers,
            RecordedWorld recordedWorld,
            Ledger recorded,
            OtherWorld otherWorld,
            Ledger other) {
        Reporting reporting = new Reporting(question.period(), recorded, other);
        List<Difference> differences = reporting.differences();
        return new WhatIfReport(
                question.policy(),
                question.replaces(),
                question.period().from(),
                question.period().to(),
                comparison.steps().alike() && differences.isEmpty(),
                facts,
                reporting.deals(),
                comparison.steps(),
                comparison.decisions(),
                assumedAnswers,
                voidActs,
                reporting.roles(),
                reporting.people(recordedWorld.people()),
                reporting.unroutable(),
                differences.size(),
                comparison.first(),
                differences);
    }

    private Set<String> all() {
        Set<String> all = new LinkedHashSet<>();
        recorded.deals().forEach(all::add);
        other.deals().forEach(all::add);
        return all;
    }

    private long deals() {
        return all().stream()
                .filter(deal ->
                        !recorded.legs(deal).isEmpty() || !other.legs(deal).isEmpty())
                .count();
    }

    private Stream<LoadMeter> meters() {
        return Stream.concat(recorded.loads().values().stream(), other.loads().values().stream());
    }

    private Instant first() {
        return meters().map(LoadMeter::first).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private Instant last() {
        return meters().map(LoadMeter::latest).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private List<RoleLine> roles() {
        Map<Role, List<LegOutcome>> before = byRole(recorded);
        Map<Role, List<LegOutcome>> after = byRole(other);
        return Arrays.stream(Role.values())
                .filter(role -> before.containsKey(role) || after.containsKey(role))
                .map(role -> new RoleLine(
                        role,
                        legs(
                                before.getOrDefault(role, List.of()),
                                recorded.waiting().longest(role)),
                        legs(
                                after.getOrDefault(role, List.of()),
                                other.waiting().longest(role))))
                .toList();
    }

    private static Map<Role, List<LegOutcome>> byRole(Ledger ledger) {
        return ledger.legs().stream().collect(Collectors.groupingBy(LegOutcome::role));
    }

    private static Legs legs(List<LegOutcome> legs, int longestQueue) {
        return new Legs(
                legs.size(),
                count(legs, Result.TAKEN),
                count(legs, Result.ASKED),
                count(legs, Result.WAITING),
                count(legs, Result.ESCALATED),
                count(legs, Result.PASSED_OVER),
                count(legs, Result.SETTLED),
                count(legs, Result.ENDED),
                waits(legs, LegOutcome::waited),
                waits(legs, LegOutcome::waitedRecorded),
                longestQueue);
    }

    private static int count(List<LegOutcome> legs, Result result) {
        return (int) legs.stream().filter(leg -> leg.result() == result).count();
    }

    private static Waits waits(List<LegOutcome> legs, Function<LegOutcome, @Nullable Duration> wait) {
        var seconds = legs.stream()
                .map(wait)
                .filter(Objects::nonNull)
                .mapToDouble(duration -> duration.toMillis() / 1000.0)
                .summaryStatistics();
        return seconds.getCount() == 0
                ? new Waits(0, 0, 0)
                : new Waits((int) seconds.getCount(), seconds.getAverage(), seconds.getMax());
    }

    private List<PersonLine> people(People people) {
        Map<Holder, Integer> before = taken(recorded);
        Map<Holder, Integer> after = taken(other);
        List<PersonLine> lines = new ArrayList<>();
        people.each((who, state) -> lines.add(new PersonLine(
                who.role(), who.member(), capacity(state), load(who, recorded, before), load(who, other, after))));
        return lines;
    }

    private static int capacity(SlotKeepingState state) {
        return state instanceof Working working ? working.capacity() : 0;
    }

    private Load load(Holder who, Ledger ledger, Map<Holder, Integer> taken) {
        LoadMeter meter = ledger.loads().get(who);
        int legs = taken.getOrDefault(who, 0);
        return meter == null
                ? new Load(legs, 0, 0, 0)
                : new Load(legs, meter.peak(), meter.mean(from, to), meter.last());
    }

    private static Map<Holder, Integer> taken(Ledger ledger) {
        return ledger.legs().stream()
                .filter(leg -> leg.result() == Result.TAKEN && leg.member() != null)
                .collect(Collectors.toMap(
                        leg -> new Holder(leg.role(), Objects.requireNonNull(leg.member())), leg -> 1, Integer::sum));
    }

    private List<Unroutable> unroutable() {
        Map<Line, Long> before = lines(recorded);
        Map<Line, Long> after = lines(other);
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .map(line -> new Unroutable(
                        line.role(),
                        line.territory().isEmpty() ? null : line.territory(),
                        before.getOrDefault(line, 0L).intValue(),
                        after.getOrDefault(line, 0L).intValue()))
                .toList();
    }

    private static Map<Line, Long> lines(Ledger ledger) {
        return ledger.stillWaiting().stream().collect(Collectors.groupingBy(Line::of, Collectors.counting()));
    }

    private record Line(Role role, String territory) implements Comparable<Line> {
        static Line of(Place place) {
            String territory = place.lead().territory();
            return new Line(place.role(), territory == null ? "" : territory);
        }

        @Override
        public int compareTo(Line other) {
            return Comparator.comparing(Line::role)
                    .thenComparing(Line::territory)
                    .compare(this, other);
        }
    }

    private List<Difference> differences() {
        List<Difference> found = new ArrayList<>();
        for (String deal : all()) {
            for (Role role : Role.values()) {
                differences(deal, role, of(role, recorded.legs(deal)), of(role, other.legs(deal)), found);
            }
        }
        return List.copyOf(found);
    }

    private static List<LegOutcome> of(Role role, List<LegOutcome> legs) {
        return legs.stream().filter(leg -> leg.role() == role).toList();
    }

    private static void differences(
            String deal, Role role, List<LegOutcome> before, List<LegOutcome> after, List<Difference> found) {
        for (int leg = 0; leg < Math.max(before.size(), after.size()); leg++) {
            LegOutcome was = leg < before.size() ? before.get(leg) : null;
            LegOutcome would = leg < after.size() ? after.get(leg) : null;
            if (was == null || would == null || !was.sameAs(would)) {
                found.add(new Difference(found.size() + 1, deal, role, leg + 1, was, would));
            }
        }
    }
}
