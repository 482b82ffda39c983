package dev.baton.cli.proof;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A fact in words.
final class Telling {
    private Telling() {}

    static String of(LogEvent event, DealFile file) {
        return switch (event.name()) {
            case "deal.lead-found" -> "the deal begins, held by " + who(event, "holder", file);
            case "deal.closed" -> "closed, " + event.text("outcome");
            case "deal.holder-recognised" -> "the deal recognises " + who(event, "holder", file);
            case "responsibility.responsibility-opened" -> who(event, "holder", file) + " is accountable";
            case "responsibility.responsibility-reopened" -> who(event, "holder", file) + " is accountable again";
            case "responsibility.responsibility-transferred" ->
                "from " + who(event, "from", file) + " to " + who(event, "to", file);
            case "responsibility.responsibility-ended" -> "ends with " + who(event, "holder", file);
            case "responsibility.assignment-decided" -> decided(event);
            case "responsibility.assignment-queued" -> "nobody can take it: " + event.text("reason");
            case "responsibility.assignment-woken" -> "looked at again: " + event.text("cause");
            case "responsibility.assignment-escalated" ->
                event.text("manager") + " is to decide: " + event.text("reason");
            case "responsibility.decision-escalated" ->
                event.text("from") + " has not decided in time; now "
                        + (event.text("to").isEmpty() ? "every manager" : event.text("to")) + " is to";
            case "responsibility.leg-passed-over" -> "the leg is left out: " + event.text("reason");
            case "responsibility.offer-made" -> "offered to " + who(event, "to", file);
            case "responsibility.offer-accepted" ->
                who(event, "by", file) + " accepts (" + event.text("acceptance") + ")";
            case "responsibility.offer-declined" -> who(event, "by", file) + " declines: " + event.text("reason");
            case "responsibility.offer-expired" -> who(event, "to", file) + " did not answer: " + event.text("cause");
            case "responsibility.offer-cancelled" -> "the offer is void: " + event.text("reason");
            case "responsibility.rehoming-begun" ->
                "a new home is looked for: " + who(event, "holder", file) + " " + event.text("cause");
            case "member.slot-reserved" -> person(event, file) + "place reserved" + override(event);
            case "member.slot-confirmed" -> person(event, file) + "place used";
            case "member.slot-released" -> person(event, file) + "place given back, " + event.text("reason");
            default -> event.name().replaceFirst("^[a-z]+\\.", "").replace('-', ' ');
        };
    }

    private static String who(LogEvent event, String field, DealFile file) {
        JsonNode holder = event.data().path(field);
        return holder.isMissingNode() || holder.isNull()
                ? "nobody"
                : file.nameOf(Holding.of(holder, 0)) + " ("
                        + holder.path("role").asString("") + ")";
    }

    private static String decided(LogEvent event) {
        String chosen = event.text("chosen");
        return event.text("role") + ": " + (chosen.isEmpty() ? "nobody" : chosen) + " by " + event.text("policy") + " "
                + event.number("policyVersion");
    }

    private static String person(LogEvent event, DealFile file) {
        String[] stream = event.subject().split("/", 2);
        String role = stream[0].toUpperCase(Locale.ROOT).replace('-', '_');
        return file.nameOf(new Holding(stream.length > 1 ? stream[1] : "", role, 0)) + ": ";
    }

    private static String override(LogEvent event) {
        return event.data().path("override").asBoolean(false) ? " beyond capacity, " + event.text("reason") : "";
    }
}
