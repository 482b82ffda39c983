package dev.baton.system;

/// A sales department with rules of its own: people are asked before they take a deal, and a deal needs everything.
///
/// @param baton where it works
record Department(Baton baton) {
    private static final String PIPELINE = "journey";

    /// The same again changes nothing.
    static Department on(Baton baton) {
        Department department = new Department(baton);
        department.joins();
        department.writesItsRules();
        return department;
    }

    private void joins() {
        AtWork manager = AtWork.manager(baton);
        for (AtWork person : AtWork.everybody(baton)) {
            manager.posts("/v1/members", """
                    {"id": "%s", "name": "%s", "role": "%s", "capacity": 10000}""".formatted(person.member(), person.name(), person.role()));
        }
    }

    private void writesItsRules() {
        AtWork manager = AtWork.manager(baton);
        manager.publishes("/v1/price-lists", """
                {"name": "journey", "definition": {"currency": "EUR", "validFrom": "2026-01-01", "products": {
                  "Press": {"list": {"amount": "1100.00", "currency": "EUR"}, "cost": {"amount": "650.00", "currency": "EUR"}}}}}""");
        manager.puts("/v1/pipelines/" + PIPELINE, """
                {"required": ["lead-found", "lead-qualified", "negotiated", "closed", "handed-to-support"],
                 "criteria": ["budget", "authority", "need", "timing"], "handover": ["summary", "contact"],
                 "terms": {"priceList": "journey", "offerRequired": true, "plan": {"required": true},
                           "approval": {"discountAuthority": 10, "marginFloor": 20,
                                        "approvers": [{"member": "melvin-marxen", "delegate": "cara-losch"}]}}}""");
        manager.puts("/v1/routing-policies/" + PIPELINE, """
                {"roles": {"ACCOUNT_EXECUTIVE": {"acceptance": "PERSON"},
                           "CUSTOMER_SUPPORT_REPRESENTATIVE": {"acceptance": "PERSON"}}}""");
    }

    /// A lead of that customer, which support is to have one day.
    static String lead(String customer) {
        return """
                {"pipeline": "journey", "title": "Ten presses for %1$s", "customer": {"id": "%1$s", "name": "%1$s"},
                 "need": "presses", "value": {"amount": "10000.00", "currency": "EUR"},
                 "requestedHolder": {"role": "CUSTOMER_SUPPORT_REPRESENTATIVE", "member": "ondine-marsh"}}""".formatted(customer);
    }

    /// Evidence for everything that the pipeline asks, and the executive who knows the customer.
    static final String FINDING = """
            {"evidence": {"budget": "200k", "authority": "CFO", "need": "churn", "timing": "Q3"},
             "requestedHolder": {"role": "ACCOUNT_EXECUTIVE", "member": "darcel-schlecht"}}""";

    /// Ten presses at that price each; they are listed at 1,100 and cost 650.
    static String offer(String price) {
        return """
                {"lines": [{"product": "Press", "quantity": 10, "price": {"amount": "%s", "currency": "EUR"}}]}""".formatted(price);
    }

    /// A qualified lead that the executive has accepted.
    String accepted(String customer) {
        AtWork representative = AtWork.representative(baton);
        String deal = representative.finds(lead(customer));
        representative.holds(deal);
        representative.does(deal, "qualify-lead", FINDING);
        AtWork.executive(baton).accepts(deal);
        return deal;
    }

    /// An offer of the list's price, and a plan that answers the customer's need and is signed for it.
    void plans(String deal) {
        plansFor(deal, "[\"N1\"]");
        signed(deal);
    }

    /// The same, not signed yet.
    void plansFor(String deal, String answers) {
        AtWork executive = AtWork.executive(baton);
        AtWork specialist = AtWork.specialist(baton);
        executive.does(deal, "record-need", "{\"description\": \"forty presses an hour\"}");
        executive.does(deal, "request-plan", "{\"specialist\": \"noor-hadid\"}");
        specialist.does(deal, "draft-plan", """
                {"summary": "at once", "items": [{"action": "Install", "answers": %s}]}""".formatted(answers));
        specialist.does(deal, "propose-plan", "{\"version\": 1}");
        executive.does(deal, "make-offer", offer("1100.00"));
    }

    void signed(String deal) {
        AtWork.specialist(baton).does(deal, "agree-plan", "{\"version\": 1, \"signatory\": \"Ann Reed, COO\"}");
    }

    /// Won with everything that support needs.
    String won(String customer) {
        AtWork executive = AtWork.executive(baton);
        String deal = accepted(customer);
        executive.does(deal, "open-negotiation");
        plans(deal);
        executive.does(deal, "agree-terms");
        executive.does(deal, "close-deal", "{\"outcome\": \"WON\"}");
        return deal;
    }

    static final String PACKAGE = """
            {"package": {"summary": "ten presses, two lines", "contact": "Ann Reed", "commitments": ["training"]}}""";
}
