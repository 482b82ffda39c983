package dev.baton.local.issuer;

import java.util.List;

/// Somebody of the demo for each role, and a second manager, since nobody approves their own: three are of the data
/// set, three are invented.
///
/// @param client the OAuth client that gets this person's tokens without a browser
/// @param member their id in role-assignment-service and their user name in the sign-in form
record DemoPerson(String client, String member, String name, String role) {
    static final List<DemoPerson> ALL = List.of(
            new DemoPerson("sales-representative", "rowan-pike", "Rowan Pike", "SALES_REPRESENTATIVE"),
            new DemoPerson("account-executive", "darcel-schlecht", "Darcel Schlecht", "ACCOUNT_EXECUTIVE"),
            new DemoPerson("sales-manager", "melvin-marxen", "Melvin Marxen", "SALES_MANAGER"),
            new DemoPerson("second-sales-manager", "cara-losch", "Cara Losch", "SALES_MANAGER"),
            new DemoPerson("sales-specialist", "noor-hadid", "Noor Hadid", "SALES_SPECIALIST"),
            new DemoPerson(
                    "customer-support-representative",
                    "ondine-marsh",
                    "Ondine Marsh",
                    "CUSTOMER_SUPPORT_REPRESENTATIVE"));

    boolean manages() {
        return role.equals("SALES_MANAGER");
    }
}
