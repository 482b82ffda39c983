package dev.baton.deal.pipeline;

import dev.baton.businesstime.BusinessCalendar;
import dev.baton.contract.InvalidValue;
import dev.baton.contract.Require;
import dev.baton.contract.Role;
import dev.baton.contract.deal.ConsultationEvent.RequestKind;
import dev.baton.deal.terms.ApprovalRules;
import dev.baton.deal.terms.ApprovalRules.Approver;
import dev.baton.deal.terms.TermsRules;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// What a pipeline asks of a negotiation, as it is written in JSON. What is absent is not asked
/// for.
///
/// @param priceList the name of the list that offers are made from
/// @param offerRequired whether terms are those of an offer
/// @param plan whether terms need an agreed sales plan, and who may draft it besides the specialist
/// @param approval when an offer needs a manager's approval
/// @param answerWithin by kind of request, an ISO 8601 duration of working time; `PT16H` when
///     absent
/// @param calendar of the team; Monday to Friday, nine to five, UTC when absent
public record TermsDefinition(
        @Nullable String priceList,
        @Nullable Boolean offerRequired,
        @Nullable PlanDefinition plan,
        @Nullable ApprovalDefinition approval,
        @Nullable Map<RequestKind, String> answerWithin,
        @Nullable BusinessCalendar calendar) {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public TermsDefinition {
        Require.optionalText("priceList", priceList);
        if (priceList == null && Boolean.TRUE.equals(offerRequired)) {
            throw new InvalidValue("priceList", "is required where offers are");
        }
        if (priceList == null && approval != null) {
            throw new InvalidValue("priceList", "is required where offers are approved");
        }
        answerWithin = answerWithin == null ? null : Map.copyOf(answerWithin);
        times(answerWithin);
    }

    void requirePeopleToBeFound() {
        if (approval != null && approval.approvers() != null) {
            approval.approvers().forEach(approver -> {
                Require.id("terms.approval.approvers.member", approver.member());
                Require.optionalId("terms.approval.approvers.delegate", approver.delegate());
            });
        }
    }

    TermsRules rules(String steward) {
        return new TermsRules(
                priceList,
                Boolean.TRUE.equals(offerRequired),
                plan != null && Boolean.TRUE.equals(plan.required()),
                plan == null || plan.drafters() == null ? Set.of() : Set.copyOf(plan.drafters()),
                approval == null ? null : approval.rules(steward),
                times(answerWithin),
                calendar == null ? BusinessCalendar.USUAL : calendar,
                Map.of());
    }

    private static Map<RequestKind, Duration> times(@Nullable Map<RequestKind, String> told) {
        Map<RequestKind, Duration> times = new EnumMap<>(RequestKind.class);
        if (told != null) {
            told.forEach((kind, time) ->
                    times.put(kind, Durations.between("answerWithin." + kind, time, SHORTEST, LONGEST)));
        }
        return times;
    }

    /// @param drafters roles that may draft the plan besides the sales specialist
    public record PlanDefinition(
            @Nullable Boolean required, @Nullable List<Role> drafters) {
        public PlanDefinition {
            drafters = drafters == null ? null : List.copyOf(drafters);
            if (drafters != null && drafters.contains(Role.CUSTOMER_SUPPORT_REPRESENTATIVE)) {
                throw new InvalidValue("drafters", "are people who sell");
            }
        }
    }

    /// Percentages have two decimals at most.
    ///
    /// @param discountAuthority the discount that an executive gives alone
    /// @param authorities by member, for those whose authority is another
    /// @param marginFloor the margin below which nobody goes alone
    /// @param ceilings the price up to which an executive sells alone, one in each currency at most
    /// @param ceilingsOf by member, for those whose ceilings are others
    /// @param approvers the chain of command; the pipeline's steward when absent
    public record ApprovalDefinition(
            BigDecimal discountAuthority,
            @Nullable Map<String, BigDecimal> authorities,
            @Nullable BigDecimal marginFloor,
            @Nullable List<Money> ceilings,
            @Nullable Map<String, List<Money>> ceilingsOf,
            @Nullable List<Approver> approvers) {
        private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

        public ApprovalDefinition {
            percent("discountAuthority", Require.present("discountAuthority", discountAuthority));
            authorities = authorities == null ? null : Map.copyOf(authorities);
            if (authorities != null) {
                authorities.forEach((member, authority) -> percent("authorities." + member, authority));
            }
            if (marginFloor != null) {
                percent("marginFloor", marginFloor);
            }
            ceilings = ceilings == null ? null : onePerCurrency("ceilings", ceilings);
            ceilingsOf = ceilingsOf == null ? null : Map.copyOf(ceilingsOf);
            if (ceilingsOf != null) {
                ceilingsOf.forEach((member, own) -> onePerCurrency("ceilingsOf." + member, own));
            }
            approvers = approvers == null ? null : List.copyOf(Require.notEmpty("approvers", approvers));
        }

        ApprovalRules rules(String steward) {
            return new ApprovalRules(
                    discountAuthority,
                    authorities == null ? Map.of() : authorities,
                    marginFloor,
                    ceilings == null ? List.of() : ceilings,
                    ceilingsOf == null ? Map.of() : ceilingsOf,
                    approvers == null ? List.of(new Approver(steward, null)) : approvers);
        }

        private static List<Money> onePerCurrency(String field, List<Money> told) {
            if (told.stream().map(Money::getCurrencyUnit).distinct().count() < told.size()) {
                throw new InvalidValue(field, "names a currency twice");
            }
            if (told.stream().anyMatch(Money::isNegative)) {
                throw new InvalidValue(field, "must not be less than nothing");
            }
            return List.copyOf(told);
        }

        private static void percent(String field, BigDecimal percent) {
            if (percent.signum() < 0 || percent.compareTo(HUNDRED) > 0) {
                throw new InvalidValue(field, "must be between 0 and 100, was " + percent.toPlainString());
            }
            if (percent.stripTrailingZeros().scale() > 2) {
                throw new InvalidValue(field, "has more than two decimals");
            }
        }
    }
}
