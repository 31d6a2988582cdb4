// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.lake.Lake;

/**
 * Entry point of the assertions, for those who prefer code to annotations. Needs AssertJ. The words have the grammar
 * and the defaults of {@code lakecheck.yml}, and a failure says what the release gate would.
 *
 * <pre>{@code
 * assertThat(lake).dataset("s3://refined/kpi/dt={date}/").partition("2026-01-02")
 *         .isSealedBy("_SUCCESS").hasSizeBetween("1 kB", "1 MB").changedLessThan("50%");
 * }</pre>
 */
public final class LakeAssertions {

    static final OptionalLibrary LIBRARY = new OptionalLibrary("org.assertj.core.api.AbstractAssert", """
            <dependency>
              <groupId>org.assertj</groupId>
              <artifactId>assertj-core</artifactId>
              <version>3.27.7</version>
              <scope>test</scope>
            </dependency>
            """);

    private LakeAssertions() {}

    /**
     * On the lake that a test was given. Each partition is seen as at its deadline, or at the moment that the assertion
     * names.
     */
    public static LakeAssert assertThat(LakeSeed lake) {
        LIBRARY.require("LakeAssertions need");
        return new LakeAssert(trial -> trial.judge(lake.lakeOf(trial)), lake.variables());
    }

    /** On any lake; its times stand as it lists them. */
    public static LakeAssert assertThat(Lake lake) {
        LIBRARY.require("LakeAssertions need");
        return new LakeAssert(
                trial -> trial.judge(lake), name -> JUnitSettings.ofProcess().apply(name));
    }
}
