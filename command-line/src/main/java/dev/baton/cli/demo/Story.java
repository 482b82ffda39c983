package dev.baton.cli.demo;

import dev.baton.cli.demo.Opportunity.Stage;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The data set as events, in the order in which things happened.
final class Story {
    /// When the leads without a date are said to have been found: the last day of the data.
    static final LocalDate LAST_DAY = LocalDate.of(2017, 12, 31);

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final List<String> WITHIN_A_DAY = List.of(Fact.FOUND, Fact.QUALIFIED, Fact.CLOSED);

    private Story() {}

    static List<Fact> of(Dataset dataset) {
        return dataset.opportunities().stream()
                .flatMap(opportunity -> factsOf(dataset, opportunity).stream())
                .sorted(Comparator.comparing(Fact::time)
                        .thenComparing(fact -> WITHIN_A_DAY.indexOf(fact.kind()))
                        .thenComparing(Fact::opportunity))
                .toList();
    }

    private static List<Fact> factsOf(Dataset dataset, Opportunity opportunity) {
        List<Fact> facts = new ArrayList<>();
        facts.add(found(dataset, opportunity));
        LocalDate engaged = opportunity.engaged();
        if (engaged != null) {
            facts.add(qualified(opportunity, engaged));
        }
        LocalDate closed = opportunity.closed();
        if (closed != null) {
            facts.add(closed(opportunity, closed));
        }
        return facts;
    }

    private static Fact found(Dataset dataset, Opportunity opportunity) {
        LocalDate engaged = opportunity.engaged();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("pipeline", "milestones");
        data.put("title", title(opportunity));
        String account = opportunity.account();
        if (account != null) {
            data.put("customer", Map.of("id", Slug.of(account), "name", account));
        }
        data.put("territory", dataset.officeOf(opportunity));
        data.put("product", opportunity.product());
        data.put("value", usd(dataset.listPriceOf(opportunity)));
        data.put("requestedHolder", recordedAgent(opportunity));
        return engaged == null
                ? new Fact(opportunity.id(), Fact.FOUND, noon(LAST_DAY), true, data)
                : new Fact(opportunity.id(), Fact.FOUND, noon(engaged), false, data);
    }

    private static Fact qualified(Opportunity opportunity, LocalDate day) {
        Map<String, Object> data = Map.of("requestedHolder", recordedAgent(opportunity));
        return new Fact(opportunity.id(), Fact.QUALIFIED, noon(day), false, data);
    }

    /// A lost deal has neither value nor reason in the data set: it keeps the value it had.
    private static Fact closed(Opportunity opportunity, LocalDate day) {
        BigDecimal value = opportunity.closeValue();
        Map<String, Object> data = opportunity.stage() == Stage.WON && value != null
                ? Map.of("outcome", "WON", "value", usd(value))
                : Map.of("outcome", "LOST", "reason", "NOT_RECORDED");
        return new Fact(opportunity.id(), Fact.CLOSED, noon(day), false, data);
    }

    private static String title(Opportunity opportunity) {
        String account = opportunity.account();
        return account == null ? opportunity.product() : opportunity.product() + " for " + account;
    }

    private static Map<String, Object> recordedAgent(Opportunity opportunity) {
        return Map.of("role", Person.ACCOUNT_EXECUTIVE, "member", Slug.of(opportunity.agent()));
    }

    private static Map<String, Object> usd(BigDecimal amount) {
        String text = amount.setScale(2, RoundingMode.UNNECESSARY).toPlainString();
        return Map.of("amount", text, "currency", "USD");
    }

    private static Instant noon(LocalDate day) {
        return day.atTime(NOON).toInstant(ZoneOffset.UTC);
    }
}
