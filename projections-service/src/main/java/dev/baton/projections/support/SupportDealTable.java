package dev.baton.projections.support;

import dev.baton.contract.deal.Customer;
import dev.baton.contract.deal.ReturnBusiness;
import dev.baton.contract.deal.ServiceEvent.ServiceEnded;
import dev.baton.contract.deal.ServiceEvent.ServiceOutcome;
import dev.baton.projections.row.Cells;
import dev.baton.projections.row.RowTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// The table `support_deal`.
record SupportDealTable(RowTable<SupportDeal> table) {
    SupportDealTable(JdbcTemplate jdbc, String generation) {
        this(new RowTable<>(jdbc, generation + ".support_deal", List.of("deal_id"), SupportDealTable::read)
                .column("deal_id", "text", SupportDeal::deal)
                .column("customer_id", "text", deal -> part(deal.customer(), Customer::id))
                .column("customer_name", "text", deal -> part(deal.customer(), Customer::name))
                .column("found_at", "timestamptz", SupportDeal::found)
                .column("origin_deal", "text", deal -> part(deal.origin(), ReturnBusiness::deal))
                .column("origin_kind", "text", deal -> part(deal.origin(), ReturnBusiness::kind))
                .column("raised_by", "text", deal -> part(deal.origin(), ReturnBusiness::raisedBy))
                .column("won_at", "timestamptz", SupportDeal::won)
                .column("handed_at", "timestamptz", SupportDeal::handed)
                .column(
                        "onboarding_started_at",
                        "timestamptz",
                        deal -> deal.onboarding().started())
                .column("onboarded_at", "timestamptz", deal -> deal.onboarding().completed())
                .column("scores", "int", deal -> deal.scores().count())
                .column("score_sum", "int", deal -> deal.scores().sum())
                .column("satisfied", "int", deal -> deal.scores().satisfied())
                .column("last_score", "int", deal -> deal.scores().last())
                .column("renewal_on", "date", SupportDeal::renewal)
                .column("ended_at", "timestamptz", deal -> part(deal.ended(), SupportDeal.Ended::at))
                .column(
                        "service_outcome",
                        "text",
                        deal -> part(deal.ended(), ended -> ended.how().outcome()))
                .column(
                        "end_reason",
                        "text",
                        deal -> part(deal.ended(), ended -> ended.how().reason())));
    }

    private static SupportDeal read(ResultSet row, int number) throws SQLException {
        return new SupportDeal(
                Cells.text(row, "deal_id"),
                customer(row),
                Cells.moment(row, "found_at"),
                origin(row),
                Cells.instant(row, "won_at"),
                Cells.instant(row, "handed_at"),
                new SupportDeal.Onboarding(
                        Cells.instant(row, "onboarding_started_at"), Cells.instant(row, "onboarded_at")),
                new Scores(
                        row.getInt("scores"),
                        row.getInt("score_sum"),
                        row.getInt("satisfied"),
                        Cells.integer(row, "last_score")),
                row.getObject("renewal_on", LocalDate.class),
                ended(row));
    }

    private static @Nullable Customer customer(ResultSet row) throws SQLException {
        String id = row.getString("customer_id");
        return id == null ? null : new Customer(id, Cells.text(row, "customer_name"));
    }

    private static @Nullable ReturnBusiness origin(ResultSet row) throws SQLException {
        ReturnBusiness.Kind kind = Cells.constant(row, "origin_kind", ReturnBusiness.Kind.class);
        return kind == null
                ? null
                : new ReturnBusiness(Cells.text(row, "origin_deal"), kind, Cells.text(row, "raised_by"));
    }

    private static SupportDeal.@Nullable Ended ended(ResultSet row) throws SQLException {
        ServiceOutcome outcome = Cells.constant(row, "service_outcome", ServiceOutcome.class);
        return outcome == null
                ? null
                : new SupportDeal.Ended(
                        Cells.moment(row, "ended_at"), new ServiceEnded(outcome, Cells.text(row, "end_reason")));
    }

    private static <T> @Nullable Object part(@Nullable T whole, Function<T, Object> part) {
        return whole == null ? null : part.apply(whole);
    }
}
