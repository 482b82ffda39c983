package dev.baton.cli.proof;

import dev.baton.cli.proof.DealStatement.Evidence;
import dev.baton.cli.proof.DealStatement.Held;
import dev.baton.cli.proof.DealStatement.Offered;
import java.util.Locale;

/// The page of one deal for a terminal.
final class StatementText {
    private StatementText() {}

    static String of(DealStatement statement) {
        StringBuilder text = new StringBuilder();
        text.append("Statement of accountability, deal ")
                .append(statement.deal())
                .append('\n');
        text.append("  ").append(statement.title()).append(", pipeline ").append(statement.pipeline());
        text.append(", ").append(statement.state()).append('\n');
        text.append("  read ").append(statement.readAt()).append(", role-assignment-service to position ");
        text.append(statement.rolesPosition()).append(", deal-service to ").append(statement.dealsPosition());
        text.append("\n  SHA-256 of its ").append(statement.story().size()).append(" facts and deal-service's own: ");
        text.append(statement.digest()).append('\n');
        statement.holdings().forEach(held -> holding(text, held));
        statement
                .findings()
                .forEach(finding -> text.append("\n  ")
                        .append(finding.fault())
                        .append(" at ")
                        .append(finding.position())
                        .append(": ")
                        .append(finding.detail()));
        text.append(statement.findings().isEmpty() ? "" : "\n");
        return text.append('\n').append(verdict(statement)).append('\n').toString();
    }

    static String verdict(DealStatement statement) {
        return statement.proven()
                ? "PROVEN: exactly one accountable holder at every moment, in the order of the log and in the time of what"
                        + " happened."
                : String.format(
                        Locale.ROOT,
                        "NOT PROVEN: %,d findings.",
                        statement.findings().size());
    }

    private static void holding(StringBuilder text, Held held) {
        text.append("\n  ").append(held.epoch()).append("  ").append(held.name());
        text.append(" (")
                .append(held.member())
                .append(") as ")
                .append(held.role())
                .append('\n');
        line(text, "effective", held.from() + " to " + (held.to() == null ? "now" : held.to()));
        line(text, "on record", held.recordedFrom() + " to " + (held.recordedTo() == null ? "now" : held.recordedTo()));
        line(text, "because", held.cause() + ", " + acceptance(held));
        if (held.decision() != null) {
            line(text, "chosen", chosen(held.decision()));
        }
        held.offers().forEach(offer -> line(text, "offer", offer(offer)));
        held.proof().forEach(evidence -> line(text, "proved by", evidence(evidence)));
    }

    private static void line(StringBuilder text, String label, String what) {
        text.append("     %-10s %s%n".formatted(label, what));
    }

    static String acceptance(Held held) {
        return switch (held.acceptance()) {
            case "NAMED" -> "named by the deal's own event";
            case "PERSON" -> "accepted in person";
            case "POLICY" -> "accepted by policy";
            case "FORCED" -> "forced by " + held.by();
            default -> held.acceptance();
        };
    }

    static String chosen(DealStatement.Decision decision) {
        return "%s; policy %s version %d, %d of %d candidates eligible%s (role-assignment-service %d)"
                .formatted(
                        decision.because(),
                        decision.policy(),
                        decision.version(),
                        decision.eligible(),
                        decision.candidates(),
                        decision.requested() == null ? "" : "; requested: " + decision.requested(),
                        decision.evidence().position());
    }

    static String offer(Offered offer) {
        return offer.name() + ", " + offer.answer()
                + (offer.reason() == null ? "" : " (" + offer.reason() + ")")
                + (offer.due() == null ? "" : ", due " + offer.due())
                + ", positions "
                + String.join(
                        ", ",
                        offer.evidence().stream()
                                .map(evidence -> String.valueOf(evidence.position()))
                                .toList());
    }

    static String evidence(Evidence evidence) {
        return evidence.log() + " " + evidence.position() + "  " + evidence.what() + "  " + evidence.type() + " "
                + evidence.id();
    }
}
