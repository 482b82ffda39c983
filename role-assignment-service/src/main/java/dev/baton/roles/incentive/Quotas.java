package dev.baton.roles.incentive;

import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The versions of each quota.
@Repository
class Quotas {
    private static final String COLUMNS = "q.*, p.terms::json ->> 'currency' as currency";
    private static final String ROWS =
            " from quota q join incentive_plan p on p.name = q.plan and p.version = q.plan_version ";

    private final JdbcClient jdbc;

    Quotas(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Quota> newest(String member, QuotaPeriod period) {
        return newest(member, period, PointInTime.NOW);
    }

    /// The one that held when this was known.
    Optional<Quota> newest(String member, QuotaPeriod period, PointInTime when) {
        Instant known = when.knownAt();
        return versions(member, period).stream()
                .filter(quota -> known == null || !quota.setAt().isAfter(known))
                .findFirst();
    }

    /// The newest first; none when none was set.
    List<Quota> versions(String member, QuotaPeriod period) {
        return jdbc.sql("select " + COLUMNS + ROWS + "where q.member = ? and q.period = ? order by q.version desc")
                .params(member, period.toString())
                .query(Quotas::quota)
                .list();
    }

    /// The newest version of each, by period and member.
    Page<Quota> list(@Nullable String member, @Nullable QuotaPeriod period, PageRequest page) {
        Cursor after = page.after();
        List<String> from = after == null ? List.of("", "") : after.keys(2);
        List<Quota> quotas = jdbc.sql("select distinct on (q.period, q.member) " + COLUMNS + ROWS + """
                        where (cast(:member as text) is null or q.member = :member)
                          and (cast(:period as text) is null or q.period = :period)
                          and (q.period, q.member) > (:afterPeriod, :afterMember)
                        order by q.period, q.member, q.version desc limit :limit""")
                .param("member", member)
                .param("period", period == null ? null : period.toString())
                .param("afterPeriod", from.get(0))
                .param("afterMember", from.get(1))
                .param("limit", page.fetch())
                .query(Quotas::quota)
                .list();
        return Page.of(quotas, page, quota -> Cursor.of(quota.period(), quota.member()));
    }

    /// The same amount under the same plan again is no new version.
    ///
    /// @throws DuplicateKeyException when somebody else set the same version first
    Quota set(String member, QuotaPeriod period, Money amount, IncentivePlan plan, @Nullable String reason, String by) {
        Quota now = newest(member, period).orElse(null);
        if (now != null && now.saysTheSameAs(amount, plan.name(), plan.version())) {
            return now;
        }
        jdbc.sql("""
                        insert into quota (member, period, version, amount, plan, plan_version, reason, set_by)
                        values (:member, :period, :version, :amount, :plan, :planVersion, :reason, :by)""")
                .param("member", member)
                .param("period", period.toString())
                .param("version", now == null ? 1 : now.version() + 1)
                .param("amount", amount.getAmount())
                .param("plan", plan.name())
                .param("planVersion", plan.version())
                .param("reason", reason)
                .param("by", by)
                .update();
        return newest(member, period).orElseThrow();
    }

    private static Quota quota(ResultSet row, int ignored) throws SQLException {
        CurrencyUnit currency = CurrencyUnit.of(row.getString("currency"));
        BigDecimal amount = row.getBigDecimal("amount");
        return new Quota(
                row.getString("member"),
                row.getString("period"),
                row.getInt("version"),
                Money.of(currency, amount.setScale(currency.getDecimalPlaces())),
                row.getString("plan"),
                row.getInt("plan_version"),
                row.getString("reason"),
                row.getObject("set_at", OffsetDateTime.class).toInstant(),
                row.getString("set_by"));
    }
}
