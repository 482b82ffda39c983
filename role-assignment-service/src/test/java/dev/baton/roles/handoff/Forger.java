package dev.baton.roles.handoff;

import dev.baton.cli.proof.LogEvent;
import dev.baton.cli.proof.Verdict;
import dev.baton.contract.Sources;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Somebody with access to both logs, who changes what has happened and is careful: afterwards
/// every position and every sequence is as if it had always been so.
final class Forger {
    private final List<LogEvent> roles;
    private List<LogEvent> deals;
    private final Random random;

    /// What was forged.
    ///
    /// @param deal whose story it is
    /// @param position where in the forged log of role-assignment-service
    record Forged(String deal, long position) {}

    Forger(MemoryLog honest, Random random) {
        this.roles = new ArrayList<>(honest.lines());
        this.deals = new ArrayList<>(honest.dealLines());
        this.random = random;
    }

    /// Where a row is that nobody has moved yet.
    static int index(LogEvent row) {
        return (int) row.position() - 1;
    }

    int size() {
        return roles.size();
    }

    LogEvent at(int index) {
        return roles.get(index);
    }

    int any() {
        return random.nextInt(roles.size());
    }

    /// One of the rows of that name that fit.
    ///
    /// @return where; -1 when there is none
    int find(String name, Predicate<LogEvent> fits) {
        List<Integer> found = IntStream.range(0, roles.size())
                .filter(index -> name(roles.get(index)).equals(name) && fits.test(roles.get(index)))
                .boxed()
                .toList();
        return found.isEmpty() ? -1 : found.get(random.nextInt(found.size()));
    }

    static String name(LogEvent event) {
        return event.type().replaceFirst("^baton\\.[a-z]+\\.", "").replaceFirst("\\.v1$", "");
    }

    static String text(LogEvent event, String field) {
        return event.data().path(field).asString("");
    }

    static String deal(LogEvent event) {
        return event.type().startsWith("baton.member.") ? text(event, "deal") : event.subject();
    }

    /// Before or after that row, or to the end.
    @Nullable
    LogEvent last(int before, Predicate<LogEvent> fits) {
        for (int index = before - 1; index >= 0; index--) {
            if (fits.test(roles.get(index))) {
                return roles.get(index);
            }
        }
        return null;
    }

    boolean after(int index, Predicate<LogEvent> fits) {
        return roles.subList(index + 1, roles.size()).stream().anyMatch(fits);
    }

    Forged remove(int index) {
        LogEvent gone = roles.remove(index);
        deals.removeIf(event -> event.id().equals(gone.id()));
        return new Forged(deal(gone), Math.min(index + 1L, roles.size()));
    }

    Forged insert(int index, LogEvent row) {
        roles.add(index, row);
        return new Forged(deal(row), index + 1L);
    }

    Forged move(int from, int to) {
        LogEvent row = roles.remove(from);
        roles.add(to, row);
        return new Forged(deal(row), Math.min(from, to) + 1L);
    }

    /// In both logs.
    Forged change(int index, Consumer<ObjectNode> data) {
        LogEvent before = roles.get(index);
        put(index, withData(before, data));
        return new Forged(deal(before), index + 1L);
    }

    static LogEvent withData(LogEvent row, Consumer<ObjectNode> change) {
        ObjectNode data = (ObjectNode) row.data().deepCopy();
        change.accept(data);
        return new LogEvent(
                row.position(),
                row.id(),
                row.source(),
                row.type(),
                row.subject(),
                row.sequence(),
                row.time(),
                row.recorded(),
                row.cause(),
                row.actor(),
                data,
                row.line());
    }

    Forged retime(int index, Instant time) {
        LogEvent row = roles.get(index);
        return put(
                index,
                new LogEvent(
                        row.position(),
                        row.id(),
                        row.source(),
                        row.type(),
                        row.subject(),
                        row.sequence(),
                        time,
                        row.recorded(),
                        row.cause(),
                        row.actor(),
                        row.data(),
                        row.line()));
    }

    Forged by(int index, String cause, String actor) {
        LogEvent row = roles.get(index);
        return put(
                index,
                new LogEvent(
                        row.position(),
                        row.id(),
                        row.source(),
                        row.type(),
                        row.subject(),
                        row.sequence(),
                        row.time(),
                        row.recorded(),
                        cause,
                        actor,
                        row.data(),
                        row.line()));
    }

    /// A row like that one, of its own.
    static LogEvent another(LogEvent row, String name, String subject) {
        String family = row.type().replaceFirst("^(baton\\.[a-z]+\\.).*", "$1");
        return new LogEvent(
                row.position(),
                UUID.randomUUID().toString(),
                row.source(),
                family + name + ".v1",
                subject,
                row.sequence(),
                row.time(),
                row.recorded(),
                row.cause(),
                row.actor(),
                row.data(),
                row.line());
    }

    static LogEvent from(LogEvent row, String source) {
        return new LogEvent(
                row.position(),
                row.id(),
                source,
                row.type(),
                row.subject(),
                row.sequence(),
                row.time(),
                row.recorded(),
                row.cause(),
                row.actor(),
                row.data(),
                row.line());
    }

    Forged put(int index, LogEvent row) {
        roles.set(index, row);
        deals.replaceAll(event -> event.id().equals(row.id()) ? row : event);
        return new Forged(deal(row), index + 1L);
    }

    /// In deal-service's log alone.
    Forged changeInDeals(int index, Consumer<ObjectNode> data) {
        LogEvent row = roles.get(index);
        deals.replaceAll(event -> event.id().equals(row.id()) ? withData(event, data) : event);
        return new Forged(row.subject(), 1);
    }

    Forged cutDeals(int rows) {
        LogEvent first = deals.get(deals.size() - rows);
        deals = new ArrayList<>(deals.subList(0, deals.size() - rows));
        return new Forged(first.subject(), 1);
    }

    /// deal-service's log stays as it is.
    Forged cutRoles(int index) {
        LogEvent first = roles.get(index);
        roles.subList(index, roles.size()).clear();
        return new Forged(deal(first), 1);
    }

    /// Of what is left, renumbered.
    Verdict proof() {
        return MemoryLog.proof(numbered(roles), numbered(deals));
    }

    /// As they are, with whatever gaps there are.
    Verdict proofOfWhatWasLeft() {
        return MemoryLog.proof(roles, deals);
    }

    private static List<LogEvent> numbered(List<LogEvent> rows) {
        Map<String, Long> next = new HashMap<>();
        List<LogEvent> numbered = new ArrayList<>();
        for (LogEvent row : rows) {
            long sequence = next.merge(row.source() + " " + row.subject(), 0L, (before, none) -> before + 1);
            numbered.add(new LogEvent(
                    numbered.size() + 1L,
                    row.id(),
                    row.source(),
                    row.type(),
                    row.subject(),
                    sequence,
                    row.time(),
                    row.recorded(),
                    row.cause(),
                    row.actor(),
                    row.data(),
                    row.line()));
        }
        return numbered;
    }

    static boolean ofDealService(LogEvent row) {
        return row.source().equals(Sources.DEAL_SERVICE);
    }
}
