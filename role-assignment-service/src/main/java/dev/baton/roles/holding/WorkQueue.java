package dev.baton.roles.holding;

import dev.baton.contract.Role;
import dev.baton.web.edge.page.Cursor;
import dev.baton.web.edge.page.Page;
import dev.baton.web.edge.page.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// A person's work, in the order in which they should take it: what others wait for comes first
/// (offers, then decisions that a manager owes, then what they were asked for and those whom they
/// have to see to, then packages that support wants completed), then what they hold. Of each kind
/// first what is due first, then what has been there the longest. What a manager owed who has
/// left every manager owes, and what nobody has decided who was asked.
@Repository
class WorkQueue {
    private static final List<String> BEGINNING = List.of("0", "-infinity", "-infinity", "", "");

    private final JdbcClient jdbc;

    WorkQueue(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Page<Item> of(String member, PageRequest page) {
        Cursor after = page.after();
        List<String> from = after == null ? BEGINNING : after.keys(5);
        return Page.of(items(member, from, page.fetch()), page, Item::cursor);
    }

    /// What is to be taken first.
    List<Item> first(String member, int most) {
        return items(member, BEGINNING, most);
    }

    private List<Item> items(String member, List<String> from, int most) {
        return jdbc.sql("""
                        select page.*, lead.title from (
                        select * from (
                            select 1 as rank, coalesce(due_at, 'infinity') as turn, made_at as since, 'OFFER' as kind,
                                   deal, role, member, offer, epoch, due_at, null as reason,
                                   '' as what, null as asked_by
                            from offer where answer is null and member = :member
                            union all
                            select 2, coalesce(due_at, 'infinity'), since, 'DECISION',
                                   deal, role, cast(:member as text), null, null, due_at, reason, '', null
                            from waiting_assignment where manager = :member or (
                                every_manager or manager in (
                                    select gone.member from member_directory gone
                                    where gone.role = 'SALES_MANAGER' and gone.departed)) and exists (
                                select from member_directory person where person.member = :member
                                and person.role = 'SALES_MANAGER' and not person.departed)
                            union all
                            select 3, coalesce(owes.due_at, 'infinity'), since, split_part(what, '/', 1),
                                   deal, null, cast(:member as text), null, null, owes.due_at, about, what, asked_by
                            from owed left join lateral (
                                select greatest(owed.due_at, max(rest.due_at)) as due_at from deal_deadline rest
                                where rest.deal = owed.deal and rest.what = 'REST') owes on true
                            where member = :member or member is null and exists (
                                select from member_directory person where person.member = :member
                                and person.role = 'SALES_SPECIALIST' and not person.departed)
                            union all
                            select 4, coalesce(lacking_due_at, 'infinity'), since, 'PACKAGE',
                                   deal, role, member, null, epoch, lacking_due_at, lacking, '', null
                            from responsibility
                            where ended_at is null and member = :member and lacking is not null
                            union all
                            select 5, coalesce(next.due_at, 'infinity'), since, 'HELD',
                                   held.deal, role, member, null, epoch, next.due_at, next.about, '', null
                            from responsibility held left join lateral (
                                select due_at, about from deal_deadline due where due.deal = held.deal
                                order by what = 'REST' desc, due_at, what limit 1) next on true
                            where ended_at is null and member = :member and lacking is null) item
                        where (rank, turn, since, deal, what) >
                              (:rank, cast(:turn as timestamptz), cast(:since as timestamptz), :deal, :what)
                        order by rank, turn, since, deal, what limit :limit) page
                        left join lead on lead.deal = page.deal
                        order by page.rank, page.turn, page.since, page.deal, page.what""")
                .param("member", member)
                .param("rank", rank(from.get(0)))
                .param("turn", Cursor.moment(from.get(1)))
                .param("since", Cursor.moment(from.get(2)))
                .param("deal", from.get(3))
                .param("what", from.get(4))
                .param("limit", most)
                .query(WorkQueue::item)
                .list();
    }

    private static int rank(String key) {
        try {
            return Integer.parseInt(key);
        } catch (NumberFormatException e) {
            throw Cursor.invalid();
        }
    }

    private static Item item(ResultSet row, int ignored) throws SQLException {
        Instant since = row.getObject("since", OffsetDateTime.class).toInstant();
        OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
        Kind kind = Kind.valueOf(row.getString("kind"));
        return new Item(
                kind,
                row.getString("deal"),
                row.getString("title"),
                role(row.getString("role")),
                row.getString("member"),
                row.getObject("epoch", Integer.class),
                due == null ? null : due.toInstant(),
                since,
                row.getString("offer"),
                kind == Kind.OFFER ? since : null,
                row.getString("reason"),
                row.getString("what"),
                row.getString("asked_by"));
    }

    private static @Nullable Role role(@Nullable String name) {
        return name == null ? null : Role.valueOf(name);
    }

    /// What is to be done with it.
    enum Kind {
        /// Accept or decline it.
        OFFER,
        /// Reassign it: too many have declined, or it has waited for too long.
        DECISION,
        /// Draft the sales plan.
        PLAN,
        /// Grant or reject it.
        APPROVAL,
        /// Give it.
        ADVICE,
        /// Answer it.
        QUESTION,
        /// See to it: whoever holds the deal is late.
        LATE,
        /// Complete what is to be handed over: support has refused it as it is.
        PACKAGE,
        /// Carry it.
        HELD;

        private int rank() {
            return switch (this) {
                case OFFER -> 1;
                case DECISION -> 2;
                case PLAN, APPROVAL, ADVICE, QUESTION, LATE -> 3;
                case PACKAGE -> 4;
                case HELD -> 5;
            };
        }
    }

    /// @param title of the deal; absent when it was found before titles were kept here
    /// @param epoch the holding's, or the one that the holding would have
    /// @param role of the holding; absent for what a person is asked for
    /// @param due when the offer expires, the manager should have decided, a request goes on, the
    ///     package should be complete, or what comes next is due; absent when nobody has said that
    /// @param made when the offer was made
    /// @param reason why the manager is asked, what somebody is asked for, who is late, what
    ///     support says is missing, or what comes next
    /// @param what names a request among the deal's: its kind and number; empty for everything else
    /// @param askedBy who asked for it
    record Item(
            Kind kind,
            String deal,
            @Nullable String title,
            @Nullable Role role,
            String member,
            @Nullable Integer epoch,
            @Nullable Instant due,
            Instant since,
            @Nullable String offer,
            @Nullable Instant made,
            @Nullable String reason,
            String what,
            @Nullable String askedBy) {

        /// The same item, however it changes.
        String key() {
            if (offer != null) {
                return kind + "/" + offer;
            }
            return kind + "/" + deal + "/" + (role == null ? what : role);
        }

        Cursor cursor() {
            return Cursor.of(kind.rank(), due == null ? "infinity" : due.toString(), since, deal, what);
        }
    }
}
