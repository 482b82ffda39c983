package dev.baton.axon.postgres;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class BoundaryTest {
    private final JavaClasses module = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.baton.axon.postgres");

    @Test
    void the_store_knows_no_deal_no_member_and_no_service() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.baton.contract.deal..",
                        "dev.baton.contract.member..",
                        "dev.baton.contract.responsibility..",
                        "dev.baton.deal..",
                        "dev.baton.roles..",
                        "dev.baton.projections..")
                .check(module);
    }

    @Test
    void what_a_commit_proves_is_computed_without_framework_or_database() {
        noClasses()
                .that()
                .haveSimpleNameStartingWith("Commit")
                .and()
                .haveSimpleNameNotContaining("Companion")
                .and()
                .doNotHaveSimpleName("CommitRow")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "org.axonframework..", "java.sql..")
                .check(module);
    }
}
