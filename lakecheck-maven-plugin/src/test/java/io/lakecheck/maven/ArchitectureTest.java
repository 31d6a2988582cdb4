// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;

/** The shell only translates: it wires no lake and no reporter of its own. */
@AnalyzeClasses(packages = "io.lakecheck.maven", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

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

    @ArchTest
    static final ArchRule now_comes_from_a_clock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the machine is asked for the time",
                    call -> call.getName().equals("currentTimeMillis")
                            || (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().startsWith("java.time")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isEquivalentTo(Clock.class)))));

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Helper|Impl|Manager|Service|Utils?)");
}
