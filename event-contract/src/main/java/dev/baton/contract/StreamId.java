package dev.baton.contract;

/// A stream of one aggregate: its kind and its id, written `kind/id`, so that two kinds never share a stream.
public record StreamId(String kind, String id) {
    public static final String DEAL = "deal";
    public static final String RESPONSIBILITY = "responsibility";

    public StreamId {
        if (kind.isBlank() || kind.indexOf('/') >= 0 || id.isBlank()) {
            throw new IllegalArgumentException("not a stream: '" + kind + "/" + id + "'");
        }
    }

    public static StreamId deal(String dealId) {
        return new StreamId(DEAL, dealId);
    }

    public static StreamId responsibility(String dealId) {
        return new StreamId(RESPONSIBILITY, dealId);
    }

    public static StreamId parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("not a stream, 'kind/id' expected: '" + text + "'");
        }
        return new StreamId(text.substring(0, slash), text.substring(slash + 1));
    }

    /// What the stream's events carry as CloudEvents `subject`: a deal's id for both of a deal's streams,
    /// else the whole stream id, since one member has a stream per role.
    public String subject() {
        return ofDeal() ? id : toString();
    }

    /// The key that keeps a deal's, or a member's, events in order.
    public String partitionKey() {
        return id;
    }

    public String topic() {
        return ofDeal() ? Topics.DEALS : Topics.MEMBERS;
    }

    private boolean ofDeal() {
        return kind.equals(DEAL) || kind.equals(RESPONSIBILITY);
    }

    @Override
    public String toString() {
        return kind + "/" + id;
    }
}
