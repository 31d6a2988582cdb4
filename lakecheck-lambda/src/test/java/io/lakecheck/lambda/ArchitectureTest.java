// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.lakecheck.HouseRules;

/** The function only translates between Lambda and runs. It creates no lakes and publishes no metrics itself. */
@AnalyzeClasses(packages = "io.lakecheck.lambda", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule only_run_creates_lakes_and_publishes_metrics = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lakecheck.file..", "io.lakecheck.cloudwatch..", "io.lakecheck.notify..");
}
