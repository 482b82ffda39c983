package dev.baton.cli.proof;

import dev.baton.cli.proof.DealStatement.Evidence;
import dev.baton.cli.proof.DealStatement.Held;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The page of one deal as one file: no script, nothing loaded from anywhere, fit for paper.
final class StatementHtml {
    private static final String STYLE = """
            body{font:15px/1.5 system-ui,sans-serif;max-width:84rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
            h1{font-size:1.5rem;margin-bottom:0}h2{font-size:1.1rem;margin:2rem 0 .5rem}
            table{border-collapse:collapse;width:100%;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;
            border-bottom:1px solid #d0d0d0}th{font-weight:600}code{font:12px/1.4 ui-monospace,monospace;
            overflow-wrap:anywhere}time,.id{display:block;white-space:nowrap}.proven{border-left:.4rem solid #1b7f3b;padding:.6rem 1rem;background:#eef8f0}
            .not{border-left:.4rem solid #b3261e;padding:.6rem 1rem;background:#fdeeed}section{break-inside:avoid}
            caption{text-align:left;padding:.3rem 0}td.n{white-space:nowrap}
            @media print{body{margin:0;max-width:none;font-size:9px}@page{size:landscape}}""";

    private final StringBuilder html = new StringBuilder(16_384);

    private StatementHtml() {}

    static String of(DealStatement statement) {
        StatementHtml page = new StatementHtml();
        page.head(statement);
        page.holdings(statement);
        statement.holdings().forEach(page::holding);
        page.story(statement);
        page.foot(statement);
        return page.html.toString();
    }

    private void head(DealStatement statement) {
        add("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
        add(
                "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n");
        add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>");
        text("Deal " + statement.deal() + ": statement of accountability");
        add("</title>\n<style>\n" + STYLE
                + "\n</style>\n</head>\n<body>\n<main>\n<h1>Statement of accountability</h1>\n<p>");
        text("Deal " + statement.deal() + ": " + statement.title() + " (pipeline " + statement.pipeline() + ", "
                + statement.state() + ")");
        add("</p>\n<p class=\"" + (statement.proven() ? "proven" : "not") + "\" role=\"status\">");
        text(StatementText.verdict(statement));
        add("</p>\n");
        findings(statement);
    }

    private void findings(DealStatement statement) {
        if (!statement.findings().isEmpty()) {
            add("<h2>Findings</h2>\n<ul>\n");
            statement.findings().forEach(finding -> {
                add("<li>");
                text(finding.fault() + " at position " + finding.position() + ": " + finding.detail() + " ("
                        + finding.fault().meaning() + ")");
                add("</li>\n");
            });
            add("</ul>\n");
        }
    }

    private void holdings(DealStatement statement) {
        add("<h2>Who was accountable, and when</h2>\n<table>\n<caption>Times in UTC. A holding ends with the fact that"
                + " begins the next.</caption>\n<thead><tr><th scope=\"col\">Epoch</th><th scope=\"col\">Person</th>"
                + "<th scope=\"col\">Role</th><th scope=\"col\">In effect</th><th scope=\"col\">On record</th>"
                + "<th scope=\"col\">Taken</th></tr></thead>\n<tbody>\n");
        statement.holdings().forEach(held -> {
            add("<tr><td>");
            add("<a href=\"#epoch-" + held.epoch() + "\">" + held.epoch() + "</a>");
            cell(held.name() + " (" + held.member() + ")");
            cell(held.role());
            interval(held.from(), held.to());
            interval(held.recordedFrom(), held.recordedTo());
            cell(StatementText.acceptance(held));
            add("</td></tr>\n");
        });
        add("</tbody>\n</table>\n");
    }

    private void interval(Instant from, @Nullable Instant to) {
        moment(from);
        if (to == null) {
            text("to now");
        } else {
            time("to ", to);
        }
    }

    private void moment(Instant moment) {
        add("</td><td>");
        time("", moment);
    }

    private void time(String before, Instant moment) {
        add("<time datetime=\"" + moment + "\">" + before + moment + "</time>");
    }

    private void holding(Held held) {
        add("<section id=\"epoch-" + held.epoch() + "\">\n<h2>");
        text("Epoch " + held.epoch() + ": " + held.name() + ", " + held.role());
        add("</h2>\n<p>");
        text("Because of " + held.cause() + "; " + StatementText.acceptance(held) + ".");
        add("</p>\n");
        DealStatement.Decision decision = held.decision();
        if (decision != null) {
            paragraph("Chosen: " + StatementText.chosen(decision) + ".");
        }
        held.offers().forEach(offer -> paragraph("Offer to " + StatementText.offer(offer) + "."));
        evidence("Proved by", held.proof());
        add("</section>\n");
    }

    private void story(DealStatement statement) {
        add("<h2>Every fact about the deal</h2>\n");
        evidence("In the order of the log of role-assignment-service", statement.story());
    }

    private void evidence(String caption, Iterable<Evidence> all) {
        add("<table>\n<caption>");
        text(caption);
        add("</caption>\n<thead><tr><th scope=\"col\">Log, position</th><th scope=\"col\">What</th><th scope=\"col\">"
                + "Happened</th><th scope=\"col\">Stored</th><th scope=\"col\">Event</th></tr></thead>\n<tbody>\n");
        all.forEach(evidence -> {
            add("<tr><td class=\"n\">");
            text(evidence.log() + " " + evidence.position());
            cell(evidence.what() + (evidence.actor() == null ? "" : ", by " + evidence.actor()));
            moment(evidence.time());
            moment(evidence.recorded());
            add("</td><td><code>");
            text(evidence.type());
            add(" <span class=\"id\">");
            text(evidence.id());
            add("</span></code></td></tr>\n");
        });
        add("</tbody>\n</table>\n");
    }

    private void foot(DealStatement statement) {
        add("<h2>How this was found out</h2>\n");
        paragraph("Read from both event logs over HTTP at " + statement.readAt()
                + ", role-assignment-service to position "
                + statement.rolesPosition() + " and deal-service to position " + statement.dealsPosition()
                + ", by a program that shares no code with the services; read again with: baton proof --deal "
                + statement.deal());
        add("<p>SHA-256 of the deal's lines of both logs: <code>" + statement.digest() + "</code></p>\n");
        add("</main>\n</body>\n</html>\n");
    }

    private void paragraph(String words) {
        add("<p>");
        text(words);
        add("</p>\n");
    }

    private void cell(String words) {
        add("</td><td>");
        text(words);
    }

    private void add(String markup) {
        html.append(markup);
    }

    private void text(String words) {
        for (int i = 0; i < words.length(); i++) {
            char letter = words.charAt(i);
            switch (letter) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(letter);
            }
        }
    }
}
