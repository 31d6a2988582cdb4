// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import io.lakecheck.lake.Lake;

/**
 * The entry point for AssertJ assertions. Values have the same syntax and defaults as in {@code lakecheck.yml}, and
 * failures have the same messages as checks. Requires AssertJ.
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

    /**
     * Returns assertions on the test's lake. Unless another time is set, each partition is checked as of its deadline.
     */
    public static LakeAssert assertThat(LakeSeed lake) {
        LIBRARY.require("LakeAssertions");
        return LakeAssert.of(lake, AssertionFailures.THROWN);
    }

    /** Returns assertions on any lake. Objects have the times that the lake reports. */
    public static LakeAssert assertThat(Lake lake) {
        LIBRARY.require("LakeAssertions");
        return LakeAssert.of(lake, AssertionFailures.THROWN);
    }

    /** Returns assertions on the findings of a run, for example {@code assertThat(report).recency().failed()}. */
    public static ReportAssert assertThat(Report report) {
        LIBRARY.require("LakeAssertions");
        return new ReportAssert(report);
    }
}
