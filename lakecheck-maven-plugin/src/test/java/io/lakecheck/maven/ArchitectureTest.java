// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.lakecheck.HouseRules;

/** The shell only translates: it wires no lake and no reporter of its own. */
@AnalyzeClasses(packages = "io.lakecheck.maven", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule lakes_and_metrics_are_wired_by_run = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.lakecheck.s3..",
                    "io.lakecheck.file..",
                    "io.lakecheck.cloudwatch..",
                    "io.lakecheck.notify..",
                    "software.amazon.awssdk..");
}
