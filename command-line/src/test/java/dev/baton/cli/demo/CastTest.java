package dev.baton.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.baton.cli.demo.Opportunity.Stage;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CastTest {
    private static Dataset dataset;
    private static List<Person> cast;

    @BeforeAll
    static void read() throws IOException {
        dataset = DatasetFiles.read();
        cast = Cast.of(dataset);
    }

    @Test
    void all_35_agents_are_executives_of_their_office_with_250_places() {
        assertThat(with(Person.ACCOUNT_EXECUTIVE)).hasSize(35).allSatisfy(person -> {
            assertThat(person.capacity()).isEqualTo(250);
            assertThat(person.territories()).hasSize(1);
        });
    }

    @Test
    void the_six_managers_of_the_file_are_sales_managers() {
        assertThat(with(Person.SALES_MANAGER)).hasSize(6).extracting(Person::id).contains("cara-losch");
    }

    @Test
    void support_in_the_east_is_25_places_short_of_what_the_east_wins() {
        assertThat(won("East")).isEqualTo(1_171);
        assertThat(support("East")).isEqualTo(won("East") - 25);
    }

    @Test
    void support_elsewhere_has_places_for_all_that_is_won() {
        assertThat(support("Central")).isGreaterThan(won("Central"));
        assertThat(support("West")).isGreaterThan(won("West"));
    }

    @Test
    void an_invented_name_is_not_one_of_the_data_set() {
        Set<String> recorded = dataset.agents().values().stream()
                .flatMap(agent -> List.of(agent.name(), agent.manager()).stream())
                .collect(Collectors.toSet());
        assertThat(InventedPeople.all()).extracting(Person::name).doesNotContainAnyElementsOf(recorded);
    }

    private static List<Person> with(String role) {
        return cast.stream().filter(person -> person.role().equals(role)).toList();
    }

    private static int support(String office) {
        return with(Person.CUSTOMER_SUPPORT_REPRESENTATIVE).stream()
                .filter(person -> person.territories().contains(office))
                .mapToInt(Person::capacity)
                .sum();
    }

    private static int won(String office) {
        return (int) dataset.opportunities().stream()
                .filter(opportunity -> opportunity.stage() == Stage.WON)
                .filter(opportunity -> dataset.officeOf(opportunity).equals(office))
                .count();
    }
}
