package dev.baton.cli.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A relay written down as the two logs that a proof reads, with every line as it is on the wire.
final class Log {
    static final String DEAL = "deal-1";
    static final String STEWARD = holder("SALES_MANAGER", "steward");
    static final String ANNA = holder("ACCOUNT_EXECUTIVE", "anna");
    static final String BORIS = holder("ACCOUNT_EXECUTIVE", "boris");
    private final Proof proof;
    private final DealFile file = new DealFile(DEAL);
    private Instant now = Instant.parse("2017-01-01T12:00:00Z");
    private String cause = "";
    private final Map<String, Integer> rolesSequences = new HashMap<>();
    private final Map<String, Integer> dealsSequences = new HashMap<>();
    private final List<LogEvent> dealsLog = new ArrayList<>();
    private final List<LogEvent> rolesLog = new ArrayList<>();
    private final Set<String> joined = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private int rolesPosition;
    private int dealsPosition;
    private String actor = "";
    private boolean decided;
    private @Nullable String holder;
    private @Nullable String asked;
    private int epoch;
    private int recognised;

    Log() {
        this(Period.ALWAYS);
    }

    Log(Period period) {
        proof = new Proof(period);
    }

    static String holder(String role, String member) {
        return "{\"role\":\"%s\",\"member\":\"%s\"}".formatted(role, member);
    }

    /// The steward manages; the deal is found, and begins with the steward.
    static Log ofOneDeal() {
        return ofOneDeal(Period.ALWAYS);
    }

    static Log ofOneDeal(Period period) {
        return new Log(period)
                .member(
                        "sales-manager/steward",
                        "member-joined",
                        "{\"member\":\"steward\",\"name\":\"Stella <Ward>\",\"capacity\":1000}")
                .found()
                .opened(STEWARD);
    }

    /// From here on things happen at this moment.
    Log at(String moment) {
        now = Instant.parse(moment);
        return this;
    }

    Log found() {
        return deal("lead-found", "{\"pipeline\":\"milestones\",\"title\":\"x\",\"holder\":" + STEWARD + "}");
    }

    Log opened(String holder) {
        return responsibility("responsibility-opened", "{\"holder\":" + holder + "}");
    }

    Log handedOver(String from, String to, int epoch) {
        return offered(to, epoch).accepted(to, epoch, "POLICY").transferred(from, to, epoch, "POLICY");
    }

    /// Somebody is asked because routing has chosen them.
    Log offered(String to, int epoch) {
        if (!decided) {
            String member = text(to, "member");
            responsibility(
                    "assignment-decided",
                    "{\"role\":\"%s\",\"policy\":\"default\",\"policyVersion\":1,\"chosen\":\"%s\",\"candidates\":[{\"member\":\"%s\",\"eligible\":true}]}"
                            .formatted(text(to, "role"), member, member));
        }
        return responsibility("offer-made", "{\"offer\":\"o%d\",\"to\":%s,\"epoch\":%d}".formatted(epoch, to, epoch));
    }

    Log accepted(String by, int epoch, String acceptance) {
        return acceptedBy(text(by, "member"), by, epoch, acceptance);
    }

    /// In somebody's name.
    Log acceptedBy(String actor, String by, int epoch, String acceptance) {
        this.actor = acceptance.equals("PERSON") ? actor : "";
        responsibility(
                "offer-accepted",
                "{\"offer\":\"o%d\",\"by\":%s,\"acceptance\":\"%s\"}".formatted(epoch, by, acceptance));
        return done();
    }

    private Log done() {
        actor = "";
        return this;
    }

    Log transferred(String from, String to, int epoch, String acceptance) {
        return responsibility(
                "responsibility-transferred",
                "{\"from\":%s,\"to\":%s,\"epoch\":%d,\"cause\":\"LEAD_QUALIFIED\",\"acceptance\":\"%s\",\"offer\":\"o%d\"}"
                        .formatted(from, to, epoch, acceptance, epoch));
    }

    /// Somebody's own act: nothing has caused it.
    Log forced(String from, String to, int epoch, String by) {
        String before = cause;
        cause = "";
        actor = by;
        responsibility(
                "responsibility-transferred",
                "{\"from\":%s,\"to\":%s,\"epoch\":%d,\"cause\":\"REASSIGNED\",\"acceptance\":\"FORCED\",\"by\":\"%s\"}"
                        .formatted(from, to, epoch, by));
        cause = before;
        return done();
    }

    Log lost() {
        return deal("closed", "{\"outcome\":\"LOST\",\"reason\":\"NOT_RECORDED\"}");
    }

    /// What follows is brought about by the loss.
    Log lostAndReopened() {
        lost();
        String loss = cause;
        deal("deal-reopened", "{\"attempt\":2}");
        cause = loss;
        return this;
    }

    Log ended(String holder, int epoch) {
        return responsibility(
                "responsibility-ended",
                "{\"holder\":%s,\"epoch\":%d,\"cause\":\"CLOSED_LOST\"}".formatted(holder, epoch));
    }

    /// A fact of the deal, which role-assignment-service takes in.
    Log deal(String name, String data) {
        String line = line("deal-service", "baton.deal." + name + ".v1", DEAL, dealsSequences, ++dealsPosition, data);
        LogEvent event = LogEvent.parse(line);
        rolesLog(event.at(++rolesPosition));
        dealsLog.add(event);
        cause = event.id();
        return this;
    }

    /// A fact that somebody has rewritten in the deal's own log.
    Log otherwiseInDeals(String name, String taken, String told) {
        deal(name, taken);
        LogEvent event = dealsLog.removeLast();
        dealsLog.add(LogEvent.parse(event.line().replace(taken, told)));
        return this;
    }

    /// A fact of a deal that never arrived.
    Log lostOnTheWay(String name, String data) {
        dealsLog.add(LogEvent.parse(
                line("deal-service", "baton.deal." + name + ".v1", "deal-2", dealsSequences, ++dealsPosition, data)));
        return this;
    }

    Log responsibility(String name, String data) {
        follow(name, data);
        return roles("baton.responsibility." + name + ".v1", DEAL, data);
    }

    /// Who holds it and who is asked, as far as the log has come.
    private void follow(String name, String data) {
        switch (name) {
            case "responsibility-opened" -> {
                if (holder == null) {
                    holds(text(data, "holder"), data);
                }
            }
            case "responsibility-reopened" -> holds(text(data, "holder"), data);
            case "responsibility-transferred" -> holds(text(data, "to"), data);
            case "responsibility-ended" -> holder = null;
            case "assignment-decided" -> decided = true;
            case "offer-made" -> {
                decided = false;
                asked = text(data, "to");
            }
            case "offer-declined", "offer-expired", "offer-cancelled" -> asked = null;
            default -> {}
        }
    }

    private void holds(String who, String data) {
        holder = who;
        asked = null;
        epoch = LogEvent.JSON.readTree(data).path("epoch").asInt(0);
    }

    /// What is left to do until the deal rests: its holder has a place, nobody else has, and the
    /// deal knows them.
    Log atRest() {
        String now = holder;
        for (String person : Set.copyOf(places)) {
            if (now == null || !person.equals(stream(now))) {
                if (asked == null || !person.equals(stream(asked))) {
                    member(person, "slot-released", "{\"deal\":\"%s\",\"reason\":\"handed over\"}".formatted(DEAL));
                }
            }
        }
        if (now != null && joined.contains(stream(now)) && !places.contains(stream(now))) {
            member(
                    stream(now),
                    "slot-reserved",
                    "{\"deal\":\"%s\",\"weight\":1,\"override\":true,\"reason\":\"holds it\"}".formatted(DEAL));
        }
        return now != null && recognised < epoch ? recognised(now, epoch) : this;
    }

    private static String stream(String holder) {
        return DealFile.stream(Holding.of(LogEvent.JSON.readTree(holder), 0));
    }

    private static String text(String json, String field) {
        JsonNode value = LogEvent.JSON.readTree(json).path(field);
        return value.isString() ? value.asString() : value.toString();
    }

    Log member(String stream, String name, String data) {
        switch (name) {
            case "member-joined" -> joined.add(stream);
            case "slot-reserved" -> {
                if (text(data, "deal").equals(DEAL)) {
                    places.add(stream);
                }
            }
            case "slot-released" -> {
                if (text(data, "deal").equals(DEAL)) {
                    places.remove(stream);
                }
            }
            default -> {}
        }
        return roles("baton.member." + name + ".v1", stream, data);
    }

    /// An event is numbered and never written.
    Log oneMissing() {
        rolesSequences.merge(DEAL, 1, Integer::sum);
        return this;
    }

    private Log roles(String type, String subject, String data) {
        rolesLog(LogEvent.parse(line("role-assignment-service", type, subject, rolesSequences, ++rolesPosition, data)));
        return this;
    }

    private void rolesLog(LogEvent event) {
        rolesLog.add(event);
        proof.rolesLog(event);
        file.rolesLog(event);
    }

    /// The deal recognises whom it was handed to.
    Log recognised(String holder, int epoch) {
        recognised = epoch;
        return deal("holder-recognised", "{\"holder\":%s,\"epoch\":%d}".formatted(holder, epoch));
    }

    List<LogEvent> rolesOfWhatThereIs() {
        return List.copyOf(rolesLog);
    }

    List<LogEvent> dealsOfWhatThereIs() {
        return List.copyOf(dealsLog);
    }

    /// What role-assignment-service has.
    List<LogEvent> roles() {
        atRest();
        return List.copyOf(rolesLog);
    }

    /// What deal-service has.
    List<LogEvent> deals() {
        atRest();
        return List.copyOf(dealsLog);
    }

    DealStatement statement() {
        atRest();
        dealsLog.forEach(file::dealsLog);
        return StatementDraft.of(DEAL, file, verdict().findings(), Instant.parse("2026-11-28T00:00:00Z"));
    }

    Verdict verdict() {
        return atRest().verdictOfWhatThereIs();
    }

    /// Although something may be under way.
    Verdict verdictOfWhatThereIs() {
        dealsLog.forEach(proof::countDealsLog);
        dealsLog.forEach(proof::judgeDealsLog);
        return proof.verdict();
    }

    private String line(
            String source, String type, String subject, Map<String, Integer> sequences, int position, String data) {
        int sequence = sequences.merge(subject, 1, Integer::sum) - 1;
        Instant recorded = now.plusMillis(position);
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"%s","subject":"%s","time":"%s",\
                "recordedtime":"%s","causationid":"%s","actor":"%s","sequence":"%d","position":%d,\
                "datacontenttype":"application/json","data":%s}""".formatted(
                UUID.randomUUID(), source, type, subject, now, recorded, cause, actor, sequence, position, data);
    }
}
