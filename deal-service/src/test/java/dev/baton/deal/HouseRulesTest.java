package dev.baton.deal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final JavaClasses SERVICE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.baton.deal");

    @Test
    void decisions_and_folds_know_no_framework() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.baton.deal.lifecycle..", "dev.baton.deal.service..", "dev.baton.deal.terms..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework..",
                        "org.axonframework..",
                        "tools.jackson..",
                        "com.fasterxml.jackson..",
                        "java.sql..",
                        "dev.baton.axon..",
                        "dev.baton.web..")
                .check(SERVICE);
    }

    @Test
    void decisions_and_folds_know_no_clock() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.baton.deal.lifecycle..", "dev.baton.deal.service..", "dev.baton.deal.terms..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.time.Clock")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .check(SERVICE);
    }

    @Test
    void packages_depend_on_each_other_in_one_direction() {
        slices().matching("dev.baton.deal.(*)..").should().beFreeOfCycles().check(SERVICE);
    }

    @Test
    void no_other_service_is_known() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.baton.role..", "dev.baton.roles..", "dev.baton.projections..")
                .check(SERVICE);
    }
}
