// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

/** One arrow: every package may import the root, siblings never import each other, {@code run} alone wires them. */
@AnalyzeClasses(packages = "io.lakecheck", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    @ArchTest
    static final ArchRule the_root_depends_on_the_jdk_alone = classes()
            .that()
            .resideInAPackage("io.lakecheck")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.lakecheck", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule siblings_never_depend_on_each_other_and_only_run_wires_them = slices().matching(
                    "io.lakecheck.(*)..")
            .should()
            .notDependOnEachOther()
            .ignoreDependency(resideInAPackage("io.lakecheck.run.."), alwaysTrue())
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_s3_cloudwatch_and_notify_know_the_aws_sdk = noClasses()
            .that()
            .resideOutsideOfPackages("io.lakecheck.s3..", "io.lakecheck.cloudwatch..", "io.lakecheck.notify..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule only_spec_knows_yaml = noClasses()
            .that()
            .resideOutsideOfPackage("io.lakecheck.spec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nobody_writes_to_the_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes().should(be(in_a_null_marked_package()));

    @ArchTest
    static final ArchRule words_have_no_get_prefix = noMethods().should().haveNameMatching("get(?!Message$)[A-Z].*");

    @ArchTest
    static final ArchRule nobody_uses_java_util_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static DescribedPredicate<JavaClass> in_a_null_marked_package() {
        return DescribedPredicate.describe(
                "in a package marked @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }
}
