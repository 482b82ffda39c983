package dev.baton.cli.proof;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

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
    private int rolesPosition;
    private int dealsPosition;

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

    Log offered(String to, int epoch) {
        return responsibility("offer-made", "{\"offer\":\"o%d\",\"to\":%s,\"epoch\":%d}".formatted(epoch, to, epoch));
    }

    Log accepted(String by, int epoch, String acceptance) {
        return responsibility(
                "offer-accepted",
                "{\"offer\":\"o%d\",\"by\":%s,\"acceptance\":\"%s\"}".formatted(epoch, by, acceptance));
    }

    Log transferred(String from, String to, int epoch, String acceptance) {
        return responsibility(
                "responsibility-transferred",
                "{\"from\":%s,\"to\":%s,\"epoch\":%d,\"cause\":\"LEAD_QUALIFIED\",\"acceptance\":\"%s\",\"offer\":\"o%d\"}"
                        .formatted(from, to, epoch, acceptance, epoch));
    }

    /// Somebody's own act: nothing has caused it.
    Log forced(String from, String to, int epoch, String by) {
        cause = "";
        return responsibility(
                "responsibility-transferred",
                "{\"from\":%s,\"to\":%s,\"epoch\":%d,\"cause\":\"REASSIGNED\",\"acceptance\":\"FORCED\",\"by\":\"%s\"}"
                        .formatted(from, to, epoch, by));
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

    /// A fact of a deal that never arrived.
    Log lostOnTheWay(String name, String data) {
        dealsLog.add(LogEvent.parse(
                line("deal-service", "baton.deal." + name + ".v1", "deal-2", dealsSequences, ++dealsPosition, data)));
        return this;
    }

    Log responsibility(String name, String data) {
        return roles("baton.responsibility." + name + ".v1", DEAL, data);
    }

    Log member(String stream, String name, String data) {
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
        return deal("holder-recognised", "{\"holder\":%s,\"epoch\":%d}".formatted(holder, epoch));
    }

    /// What role-assignment-service has.
    List<LogEvent> roles() {
        return List.copyOf(rolesLog);
    }

    /// What deal-service has.
    List<LogEvent> deals() {
        return List.copyOf(dealsLog);
    }

    DealStatement statement() {
        dealsLog.forEach(file::dealsLog);
        return StatementDraft.of(DEAL, file, verdict().findings(), Instant.parse("2026-11-28T00:00:00Z"));
    }

    Verdict verdict() {
        dealsLog.forEach(proof::countDealsLog);
        dealsLog.forEach(proof::judgeDealsLog);
        return proof.verdict();
    }

    private String line(
            String source, String type, String subject, Map<String, Integer> sequences, int position, String data) {
        int sequence = sequences.merge(subject, 1, Integer::sum) - 1;
        return """
                {"specversion":"1.0","id":"%s","source":"%s","type":"%s","subject":"%s","time":"%s",\
                "recordedtime":"2026-11-01T00:00:%02dZ","causationid":"%s","sequence":"%d","position":%d,\
                "datacontenttype":"application/json","data":%s}""".formatted(UUID.randomUUID(), source, type, subject, now, position, cause, sequence, position, data);
    }
}
