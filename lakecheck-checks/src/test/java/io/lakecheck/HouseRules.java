// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;

/** What holds in every module: each includes these rules in its own. */
public final class HouseRules {

    @ArchTest
    static final ArchRule now_comes_from_a_clock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "the machine is asked for the time",
                    call -> call.getName().equals("currentTimeMillis")
                            || (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().startsWith("java.time")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isEquivalentTo(Clock.class)))))
            .orShould()
            .callConstructor(Date.class)
            .because("a run must be repeatable at any instant");

    @ArchTest
    static final ArchRule names_say_what_a_class_is =
            noClasses().should().haveNameMatching(".*(Helper|Impl|Manager|Service|Utils?)");

    private HouseRules() {}
}
