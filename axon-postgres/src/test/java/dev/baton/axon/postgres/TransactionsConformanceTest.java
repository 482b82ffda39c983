package dev.baton.axon.postgres;

/// Commands within transactions, as sagas send them, beside a node whose commands share commits.
class TransactionsConformanceTest extends PostgresConformance {

    @Override
    Node start(String url) {
        return Node.withinTransactions(url);
    }
}
