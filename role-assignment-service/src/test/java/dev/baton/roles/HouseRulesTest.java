package dev.baton.roles;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.baton.contract.Role;
import dev.baton.roles.member.AccountExecutive;
import dev.baton.roles.member.CustomerSupportRepresentative;
import dev.baton.roles.member.SalesManager;
import dev.baton.roles.member.SalesRepresentative;
import dev.baton.roles.member.SalesSpecialist;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.AggregateRoot;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter(List.of(new ImportOption.DoNotIncludeTests())).importPackages("dev.baton.roles");

    @Test
    void decisions_states_commands_and_the_relay_know_neither_spring_nor_axon_nor_sql() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Decisions")
                .or()
                .haveSimpleNameEndingWith("State")
                .or()
                .haveSimpleNameEndingWith("Command")
                .or()
                .haveNameMatching(".*\\.(Relay|Walk|Assignment|HandOver|Responsibilities|Places|HandOff|Course|Turn"
                        + "|Preferences|HandOffHistory|Heard|Holding|Search|Leg|Offer"
                        + "|Slots|RoutingPolicy|Colleague|Team|BusinessCalendar)")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..")
                .check(HOUSE);
    }

    @Test
    void no_package_depends_on_itself_through_others() {
        slices().matching("dev.baton.roles.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void no_other_service_is_known_here() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.baton.deal..", "dev.baton.projections..")
                .check(HOUSE);
    }

    @Test
    void sagas_and_policies_reach_aggregates_by_commands_only() {
        classes()
                .that()
                .areAnnotatedWith(AggregateRoot.class)
                .should()
                .onlyBeAccessed()
                .byAnyPackage("dev.baton.roles.member", "dev.baton.roles.responsibility")
                .check(HOUSE);
    }

    @Test
    void each_of_the_five_roles_is_an_aggregate_of_its_own_that_answers_to_its_name() {
        Set<String> names = List.of(
                        SalesRepresentative.class,
                        AccountExecutive.class,
                        SalesManager.class,
                        SalesSpecialist.class,
                        CustomerSupportRepresentative.class)
                .stream()
                .peek(role -> assertThat(role).hasAnnotation(AggregateRoot.class))
                .flatMap(role -> Arrays.stream(role.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(CommandHandler.class))
                .map(method -> method.getAnnotation(CommandHandler.class).commandName())
                .collect(Collectors.toSet());
        assertThat(names)
                .isEqualTo(Arrays.stream(Role.values()).map(Role::streamKind).collect(Collectors.toSet()));
    }
}
