// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.lakecheck.HouseRules;

/** The module keeps no state between runs, and each optional library is used in one place. */
@AnalyzeClasses(packages = "io.lakecheck.junit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule static_fields_are_final =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static final ArchRule the_embedded_server_needs_no_library = noClasses()
            .that()
            .resideInAPackage("io.lakecheck.junit.embedded")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "javax.xml..",
                    "com.sun.net.httpserver",
                    "org.jspecify..",
                    "io.lakecheck.value",
                    "io.lakecheck.lake",
                    "io.lakecheck.junit.embedded");

    @ArchTest
    static final ArchRule only_its_adapters_use_the_embedded_server = noClasses()
            .that()
            .resideInAPackage("io.lakecheck.junit")
            .and()
            .haveSimpleNameNotStartingWith("Embedded")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lakecheck.junit.embedded");

    @ArchTest
    static final ArchRule only_two_classes_use_testcontainers = noClasses()
            .that()
            .doNotHaveSimpleName("LocalStackServer")
            .and()
            .doNotHaveSimpleName("Docker")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.testcontainers..");

    @ArchTest
    static final ArchRule only_assertions_use_assertj = noClasses()
            .that()
            .haveNameNotMatching(".*Assert(ions)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.assertj..");

    @ArchTest
    static final ArchRule methods_have_no_get_prefix = noMethods()
            .that()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("CheckInvocation")
            .and()
            .areDeclaredInClassesThat()
            .doNotHaveSimpleName("Crc64Nvme")
            .should()
            .haveNameMatching("get(?!Message$)[A-Z].*");
}
