// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Date;

/** Architecture rules that the architecture tests of all modules include. */
public final class HouseRules {

    @ArchTest
    static final ArchRule now_comes_from_a_clock = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "reads the clock of the machine",
                    call -> call.getName().equals("currentTimeMillis")
                            || (call.getName().equals("now")
                                    && call.getTargetOwner().getPackageName().startsWith("java.time")
                                    && call.getTarget().getRawParameterTypes().stream()
                                            .noneMatch(type -> type.isEquivalentTo(Clock.class)))))
            .orShould()
            .callConstructor(Date.class)
            .because("a run must be repeatable at any instant");

    @ArchTest
    static final ArchRule names_describe_a_role =
            noClasses().should().haveNameMatching(".*(Helper|Impl|Manager|Service|Utils?)");

    private HouseRules() {}
}
