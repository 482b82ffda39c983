package dev.baton.deal.house;

import dev.baton.web.edge.testing.TestTokens;

/// A pipeline for tests of what has nothing to do with terms: the five milestones, four criteria,
/// and no more.
public final class PlainPipeline {
    public static final String NAME = "plain";

    private PlainPipeline() {}

    /// Published again, it stays as it is.
    public static void publish() {
        House.http().as(TestTokens.member("maria", "SALES_MANAGER")).put("/v1/pipelines/" + NAME, """
                {"required": ["lead-found", "lead-qualified", "negotiated", "closed", "handed-to-support"],
                 "criteria": ["budget", "authority", "need", "timing"]}""");
    }
}
