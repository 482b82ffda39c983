package dev.baton.businesstime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void business_time_knows_neither_a_framework_nor_a_deal() {
        classes()
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("dev.baton.businesstime", "dev.baton.contract", "java..", "org.jspecify..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.baton.businesstime"));
    }
}
