package dev.baton.cli.demo;

import static dev.baton.cli.demo.Person.CUSTOMER_SUPPORT_REPRESENTATIVE;
import static dev.baton.cli.demo.Person.SALES_REPRESENTATIVE;
import static dev.baton.cli.demo.Person.SALES_SPECIALIST;

import java.util.List;

/// People of the roles that the data set lacks. Every name here is invented.
final class InventedPeople {
    /// More than any of them ever gets.
    private static final int AMPLE = 10_000;

    private InventedPeople() {}

    /// Central and West can support all they win. East wins 1,171 deals and has 1,146 places: 25
    /// too few, so that a queue can be seen.
    static List<Person> all() {
        return List.of(
                representative("Rowan Pike", "Central"),
                representative("Marisol Tanaka", "Central"),
                representative("Imara Quill", "East"),
                representative("Tobias Lindqvist", "East"),
                representative("Saoirse Okafor", "West"),
                representative("Emil Castellano", "West"),
                Person.of("Noor Hadid", SALES_SPECIALIST, AMPLE, List.of()),
                Person.of("Casper Wren", SALES_SPECIALIST, AMPLE, List.of()),
                support("Ondine Marsh", "Central", 1_000),
                support("Leopold Achebe", "Central", 1_000),
                support("Yuki Fairweather", "West", 1_000),
                support("Dagny Moreau", "West", 1_000),
                support("Priya Lockhart", "East", 400),
                support("Anselm Rivera", "East", 400),
                support("Juno Baptiste", "East", 346));
    }

    private static Person representative(String name, String office) {
        return Person.of(name, SALES_REPRESENTATIVE, AMPLE, List.of(office));
    }

    private static Person support(String name, String office, int capacity) {
        return Person.of(name, CUSTOMER_SUPPORT_REPRESENTATIVE, capacity, List.of(office));
    }
}
