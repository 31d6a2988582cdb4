// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
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
import com.tngtech.archunit.library.Architectures.LayeredArchitecture;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Enforces the order of the packages and the rules about which packages may use which libraries. */
@AnalyzeClasses(packages = "io.lakecheck", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests house_rules = ArchTests.in(HouseRules.class);

    /** The packages in order. Each may use only the packages before it. */
    private static final List<String> ORDER = List.of(
            "value", "partition", "lake", "baseline", "delivery", "", "survey", "aws", "adapters", "deployment", "run");

    /** The adapters. They come at the same place in the order, and must not use each other. */
    private static final List<String> ADAPTERS =
            List.of("spec", "s3", "file", "cloudwatch", "notify", "report", "shard", "suggest");

    @ArchTest
    static final ArchRule packages_use_only_those_before_them = order();

    @ArchTest
    static final ArchRule adapters_never_use_each_other = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return ADAPTERS.stream()
                            .filter(adapter ->
                                    type.getPackageName().matches("io\\.lakecheck\\." + adapter + "(\\..*)?"))
                            .findFirst()
                            .map(SliceIdentifier::of)
                            .orElseGet(SliceIdentifier::ignore);
                }

                @Override
                public String getDescription() {
                    return "adapters";
                }
            })
            .should()
            .notDependOnEachOther();

    @ArchTest
    static final ArchRule delivery_knows_values_alone = classes()
            .that()
            .resideInAPackage("io.lakecheck.delivery")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.lakecheck.delivery", "io.lakecheck.value", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule the_domain_uses_no_library = classes()
            .that()
            .resideInAnyPackage(packages(ORDER.subList(0, ORDER.indexOf("aws"))))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("io.lakecheck..", "java..", "org.jspecify.annotations");

    @ArchTest
    static final ArchRule only_aws_s3_cloudwatch_and_notify_use_the_aws_sdk = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.lakecheck.aws", "io.lakecheck.s3..", "io.lakecheck.cloudwatch..", "io.lakecheck.notify..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("software.amazon.awssdk..");

    @ArchTest
    static final ArchRule only_spec_uses_yaml = noClasses()
            .that()
            .resideOutsideOfPackage("io.lakecheck.spec..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.snakeyaml..");

    @ArchTest
    static final ArchRule packages_are_free_of_cycles =
            slices().matching("io.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule no_class_writes_to_the_standard_streams = NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;

    @ArchTest
    static final ArchRule every_package_is_null_marked = classes().should(be(in_a_null_marked_package()));

    @ArchTest
    static final ArchRule methods_have_no_get_prefix = noMethods().should().haveNameMatching("get(?!Message$)[A-Z].*");

    @ArchTest
    static final ArchRule no_class_uses_java_util_logging = NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;

    private static DescribedPredicate<JavaClass> in_a_null_marked_package() {
        return DescribedPredicate.describe(
                "in a package marked @NullMarked", type -> type.getPackage().isAnnotatedWith(NullMarked.class));
    }

    private static ArchRule order() {
        LayeredArchitecture order = layeredArchitecture().consideringOnlyDependenciesInLayers();
        for (String place : ORDER) {
            order = order.optionalLayer("(" + place + ")").definedBy(packages(List.of(place)));
        }
        order = order.whereLayer("(" + ORDER.get(0) + ")").mayNotAccessAnyLayer();
        for (int i = 1; i < ORDER.size(); i++) {
            order = order.whereLayer("(" + ORDER.get(i) + ")")
                    .mayOnlyAccessLayers(ORDER.stream()
                            .limit(i)
                            .map(place -> "(" + place + ")")
                            .toArray(String[]::new));
        }
        return order;
    }

    private static String[] packages(List<String> places) {
        return places.stream()
                .flatMap(place -> place.equals("adapters") ? ADAPTERS.stream() : Stream.of(place))
                .map(name -> name.isEmpty() ? "io.lakecheck" : "io.lakecheck." + name + "..")
                .toArray(String[]::new);
    }
}
