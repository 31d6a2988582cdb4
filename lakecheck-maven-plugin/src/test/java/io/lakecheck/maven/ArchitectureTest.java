// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.lakecheck.HouseRules;

/** The plugin only translates between Maven and the commands. It creates no lakes and no reporters itself. */
@AnalyzeClasses(packages = "io.lakecheck.maven", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule only_run_creates_lakes_and_publishes_metrics = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.lakecheck.s3..",
                    "io.lakecheck.file..",
                    "io.lakecheck.cloudwatch..",
                    "io.lakecheck.notify..",
                    "software.amazon.awssdk..");
}
