package dev.baton.benchmarks.work;

/// The event that every contender stores: about 640 bytes as JSON, like a deal's.
///
/// @param request the number of the request that made it
/// @param step how many transitions the deal had before
public record Transition(
        long request,
        String deal,
        long step,
        String stage,
        String amount,
        String currency,
        String nextStep,
        String due,
        String need) {
    public static final String TYPE = "baton.bench.transition.v1";
    private static final String NEXT_STEP = "Send the revised offer and agree on a date for the plan";
    private static final String NEED =
            "A faster press line before the spring season, ".repeat(8).strip();

    /// What follows from a request, where the deal had so many transitions before.
    public static Transition of(Request request, long step) {
        return new Transition(
                request.number(),
                request.deal(),
                step,
                Stages.at(step),
                amount(step),
                "USD",
                NEXT_STEP,
                "2026-12-24",
                NEED);
    }

    private static String amount(long step) {
        return (4821 + 17 * step) + ".00";
    }

    /// The JSON that a mapper would write, written by hand.
    public String json() {
        return "{\"request\":" + request + ",\"deal\":\"" + deal + "\",\"step\":" + step + ",\"stage\":\"" + stage
                + "\",\"amount\":\"" + amount + "\",\"currency\":\"" + currency + "\",\"nextStep\":\"" + nextStep
                + "\",\"due\":\"" + due + "\",\"need\":\"" + need + "\"}";
    }
}
