// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import io.lakecheck.lake.Lake;

/**
 * Entry point of the AssertJ assertions. Values have the grammar and the defaults of {@code lakecheck.yml}; failures
 * have the same messages as the checks. Requires AssertJ.
 *
 * <pre>{@code
 * assertThat(lake)
 *         .location("s3://refined/kpi/dt={date}/")
 *         .partition("2026-01-02")
 *         .isSealedBy("_SUCCESS")
 *         .hasSizeBetween("1 kB", "1 MB")
 *         .changedLessThan("50%");
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

    /** Returns assertions on the test's lake. By default, each partition is checked as of its deadline. */
    public static LakeAssert assertThat(LakeSeed lake) {
        LIBRARY.require("LakeAssertions");
        return LakeAssert.of(lake, AssertionFailures.THROWN);
    }

    /** Returns assertions on any lake, based on the times that the lake reports. */
    public static LakeAssert assertThat(Lake lake) {
        LIBRARY.require("LakeAssertions");
        return LakeAssert.of(lake, AssertionFailures.THROWN);
    }

    /** Returns assertions on the findings of a run: {@code assertThat(report).recency().failed()}. */
    public static ReportAssert assertThat(Report report) {
        LIBRARY.require("LakeAssertions");
        return new ReportAssert(report);
    }
}
