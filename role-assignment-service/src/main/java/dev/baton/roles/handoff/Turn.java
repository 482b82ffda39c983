package dev.baton.roles.handoff;

/// Whose turn it is: what is to be done about a deal that has come so far, with a search that has come so far.
record Turn(Course course, Search search) {

    /// What is to be done now.
    Step next() {
        if (course.over() != null || course.walkedAll() || !course.due() || search.offer() != null) {
            return Step.REST;
        }
        if (course.rests()) {
            return Step.REST;
        }
        if (course.holding().holder().role() == course.leg().role() && !course.holderGone()) {
            return Step.SKIP;
        }
        if (!waits()) {
            return Step.ASSIGN;
        }
        return overtaken() ? Step.PASS_OVER : Step.REST;
    }

    enum Step {
        /// Nothing until the next event.
        REST,
        /// The holder has the leg's role already.
        SKIP,
        ASSIGN,
        /// Nobody could take it, and the deal has moved on.
        PASS_OVER
    }

    /// Whether it goes on only when something happens elsewhere.
    boolean waits() {
        return search.waits() || lacks();
    }

    /// Whether support is not asked, since its package is not complete.
    boolean lacks() {
        return search.lacking() != null && course.comesToSupport();
    }

    /// Whether the deal has reached what the leg after this one begins with, and that leg can begin.
    boolean overtaken() {
        return course.nextDue() && (search.lacking() == null || Leg.values()[course.walked() + 1] != Leg.SUPPORT);
    }
}
