package dev.baton.deal.terms;

import dev.baton.contract.Require;
import dev.baton.contract.deal.ApprovalEvent.ApprovalGround;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/// When an offer needs a manager's approval, and whose.
///
/// @param discountAuthority the discount in percent that an executive gives alone
/// @param authorities by member, for those whose authority is another
/// @param marginFloor the margin in percent below which nobody goes alone; no floor when absent
/// @param ceilings the price, in each currency that has one, up to which an executive sells alone
/// @param ceilingsOf by member, for those whose ceilings are others
/// @param approvers the chain of command: the manager who is asked first, then that one's manager,
///     and so on
public record ApprovalRules(
        BigDecimal discountAuthority,
        Map<String, BigDecimal> authorities,
        @Nullable BigDecimal marginFloor,
        List<Money> ceilings,
        Map<String, List<Money>> ceilingsOf,
        List<Approver> approvers) {

    public ApprovalRules {
        Require.present("discountAuthority", discountAuthority);
        authorities = Map.copyOf(authorities);
        ceilings = List.copyOf(ceilings);
        ceilingsOf = Map.copyOf(ceilingsOf);
        approvers = List.copyOf(Require.notEmpty("approvers", approvers));
    }

    /// With no ceiling.
    public ApprovalRules(
            BigDecimal discountAuthority,
            Map<String, BigDecimal> authorities,
            @Nullable BigDecimal marginFloor,
            List<Approver> approvers) {
        this(discountAuthority, authorities, marginFloor, List.of(), Map.of(), approvers);
    }

    /// Why the offer needs an approval; empty when its maker may make it alone.
    List<ApprovalGround> grounds(LedgerEntry.Offer offer) {
        List<ApprovalGround> grounds = new ArrayList<>();
        if (offer.discountPercent().compareTo(authorityOf(offer.by())) > 0) {
            grounds.add(ApprovalGround.DISCOUNT);
        }
        if (marginFloor != null && offer.marginPercent().compareTo(marginFloor) < 0) {
            grounds.add(ApprovalGround.MARGIN);
        }
        if (tooLarge(offer)) {
            grounds.add(ApprovalGround.DEAL_SIZE);
        }
        return List.copyOf(grounds);
    }

    /// A currency without a ceiling has none: amounts are not compared across currencies.
    private boolean tooLarge(LedgerEntry.Offer offer) {
        return ceilingsOf.getOrDefault(offer.by(), ceilings).stream()
                .filter(ceiling -> ceiling.isSameCurrency(offer.price()))
                .anyMatch(offer.price()::isGreaterThan);
    }

    private BigDecimal authorityOf(String member) {
        return authorities.getOrDefault(member, discountAuthority);
    }

    /// Everybody who can be asked, in order: a delegate right after the manager whom they stand in
    /// for.
    List<String> chain() {
        List<String> chain = new ArrayList<>();
        for (Approver approver : approvers) {
            chain.add(approver.member());
            if (approver.delegate() != null) {
                chain.add(approver.delegate());
            }
        }
        return chain.stream().distinct().toList();
    }

    /// @param delegate a manager who is asked when this one does not answer
    public record Approver(String member, @Nullable String delegate) {
        public Approver {
            Require.text("member", member);
            Require.optionalText("delegate", delegate);
        }
    }
}
