package dev.baton.roles.handoff;

import dev.baton.cli.proof.LogEvent;
import dev.baton.cli.proof.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/// Somebody with access to both logs, who changes what has happened and is careful: afterwards
/// every position and every sequence is as if it had always been so. A row is found by its place,
/// so whatever adds, moves or takes away rows comes last.
final class Forger {
    private final List<LogEvent> roles;
    private final List<LogEvent> deals;
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

    // --- looking for a row -----------------------------------------------------------------------------------------

    static String name(LogEvent row) {
        return row.type().replaceFirst("^baton\\.[a-z]+\\.", "").replaceFirst("\\.v1$", "");
    }

    static String text(LogEvent row, String field) {
        return row.data().path(field).asString("");
    }

    static String deal(LogEvent row) {
        return row.type().startsWith("baton.member.") ? text(row, "deal") : row.subject();
    }

    int size() {
        return roles.size();
    }

    LogEvent at(int index) {
        return roles.get(index);
    }

    private static int index(LogEvent row) {
        return (int) row.position() - 1;
    }

    /// One of the rows of that name.
    Optional<LogEvent> find(String name) {
        return find(name, any -> true);
    }

    /// One of the rows of that name that fit.
    Optional<LogEvent> find(String name, Predicate<LogEvent> fits) {
        List<LogEvent> found = roles.stream()
                .filter(row -> name(row).equals(name) && fits.test(row))
                .toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(random.nextInt(found.size())));
    }

    Optional<LogEvent> lastBefore(LogEvent row, Predicate<LogEvent> fits) {
        return last(roles.subList(0, index(row)), fits);
    }

    Optional<LogEvent> last(Predicate<LogEvent> fits) {
        return last(roles, fits);
    }

    private static Optional<LogEvent> last(List<LogEvent> rows, Predicate<LogEvent> fits) {
        return rows.reversed().stream().filter(fits).findFirst();
    }

    boolean isFollowedBy(LogEvent row, Predicate<LogEvent> fits) {
        return roles.stream().skip(row.position()).anyMatch(fits);
    }

    // --- in both logs ----------------------------------------------------------------------------------------------

    Forged change(LogEvent row, Consumer<ObjectNode> data) {
        return rewrite(row, now -> Rewritten.data(now, data));
    }

    Forged retime(LogEvent row, Instant time) {
        return rewrite(row, now -> Rewritten.time(now, time));
    }

    Forged by(LogEvent row, String cause, String actor) {
        return rewrite(row, now -> Rewritten.by(now, cause, actor));
    }

    Forged from(LogEvent row, String source) {
        return rewrite(row, now -> Rewritten.source(now, source));
    }

    /// As it is by now, if it was rewritten before.
    private Forged rewrite(LogEvent row, UnaryOperator<LogEvent> how) {
        LogEvent rewritten = how.apply(roles.get(index(row)));
        roles.set(index(row), rewritten);
        deals.replaceAll(event -> event.id().equals(row.id()) ? rewritten : event);
        return new Forged(deal(row), row.position());
    }

    Forged remove(LogEvent row) {
        roles.remove(index(row));
        deals.removeIf(event -> event.id().equals(row.id()));
        return new Forged(deal(row), Math.min(row.position(), roles.size()));
    }

    // --- in the log of role-assignment-service alone ---------------------------------------------------------------

    Forged insertBefore(LogEvent row, LogEvent added) {
        roles.add(index(row), added);
        return new Forged(deal(added), row.position());
    }

    Forged insertAfter(LogEvent row, LogEvent added) {
        roles.add(index(row) + 1, added);
        return new Forged(deal(added), row.position() + 1);
    }

    /// To the place of a later one, which comes before it then.
    Forged move(LogEvent row, LogEvent behind) {
        roles.remove(index(row));
        roles.add(index(behind), row);
        return new Forged(deal(row), row.position());
    }

    /// That row, and whatever follows it.
    Forged cutFrom(LogEvent row) {
        roles.subList(index(row), roles.size()).clear();
        return new Forged(deal(row), 1);
    }

    // --- in the log of deal-service alone --------------------------------------------------------------------------

    Forged changeInDeals(LogEvent row, Consumer<ObjectNode> data) {
        deals.replaceAll(event -> event.id().equals(row.id()) ? Rewritten.data(event, data) : event);
        return new Forged(row.subject(), 1);
    }

    Forged cutDeals(int rows) {
        List<LogEvent> end = deals.subList(deals.size() - rows, deals.size());
        Forged forged = new Forged(end.getFirst().subject(), 1);
        end.clear();
        return forged;
    }

    // --- what the proof says of it ---------------------------------------------------------------------------------

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
}
