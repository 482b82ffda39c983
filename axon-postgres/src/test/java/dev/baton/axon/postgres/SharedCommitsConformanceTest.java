package dev.baton.axon.postgres;

/// Commands from outside, on two nodes.
class SharedCommitsConformanceTest extends PostgresConformance {

    @Override
    Node start(String url) {
        return Node.sharingCommits(url);
    }
}
