package dev.baton.cli.demo;

import java.util.List;

/// A person in a role, as `POST /v1/members` takes it.
///
/// @param capacity how many deals they can carry at a time
/// @param territories the offices whose deals they take; empty means all
record Person(
        String id,
        String name,
        String role,
        int capacity,
        List<String> territories,
        List<String> skills,
        List<String> languages) {
    static final String SALES_REPRESENTATIVE = "SALES_REPRESENTATIVE";
    static final String ACCOUNT_EXECUTIVE = "ACCOUNT_EXECUTIVE";
    static final String SALES_MANAGER = "SALES_MANAGER";
    static final String SALES_SPECIALIST = "SALES_SPECIALIST";
    static final String CUSTOMER_SUPPORT_REPRESENTATIVE = "CUSTOMER_SUPPORT_REPRESENTATIVE";

    static Person of(String name, String role, int capacity, List<String> territories) {
        return new Person(Slug.of(name), name, role, capacity, territories, List.of(), List.of("en"));
    }
}
