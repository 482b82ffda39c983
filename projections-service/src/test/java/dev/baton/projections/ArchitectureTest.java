package dev.baton.projections;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.baton.projections.folding.Fold;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.baton.projections");

    @Test
    void folds_know_neither_spring_nor_a_database_nor_a_clock() {
        noClasses()
                .that()
                .implement(Fold.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "org.apache.kafka..", "java.util.random..")
                .check(OURS);
        noClasses()
                .that()
                .implement(Fold.class)
                .should()
                .callMethod(java.time.Instant.class, "now")
                .check(OURS);
    }

    @Test
    void a_fold_is_named_as_one() {
        classes()
                .that()
                .implement(Fold.class)
                .should()
                .haveSimpleNameEndingWith("Fold")
                .check(OURS);
    }

    @Test
    void axon_is_not_here() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.axonframework..", "dev.baton.axon.postgres..", "jakarta.persistence..")
                .check(OURS);
    }

    @Test
    void packages_are_free_of_cycles() {
        slices().matching("dev.baton.projections.(*)..")
                .should()
                .beFreeOfCycles()
                .check(OURS);
    }

    @Test
    void nothing_builds_on_the_console() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..console..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..projections.console..")
                .check(OURS);
    }
}
