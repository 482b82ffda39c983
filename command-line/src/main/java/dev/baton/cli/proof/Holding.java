package dev.baton.cli.proof;

import tools.jackson.databind.JsonNode;

/// Who is accountable, in which role, since which epoch.
record Holding(String member, String role, int epoch) {
    static Holding of(JsonNode holder, int epoch) {
        return new Holding(
                holder.path("member").asString(""), holder.path("role").asString(""), epoch);
    }

    boolean isHeldBy(Holding other) {
        return member.equals(other.member) && role.equals(other.role);
    }

    @Override
    public String toString() {
        return member + " as " + role + " (epoch " + epoch + ")";
    }
}
