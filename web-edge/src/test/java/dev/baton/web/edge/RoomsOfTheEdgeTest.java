package dev.baton.web.edge;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class RoomsOfTheEdgeTest {

    @Test
    void packages_do_not_know_each_other_in_circles() {
        SlicesRuleDefinition.slices()
                .matching("dev.baton.web.edge.(*)..")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("dev.baton.web.edge"));
    }
}
