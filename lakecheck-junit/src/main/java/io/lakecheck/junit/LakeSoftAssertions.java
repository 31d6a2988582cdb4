// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.lake.Lake;
import org.assertj.core.api.AbstractSoftAssertions;

/**
 * Soft assertions on lakes: {@code assertAll()} reports all failures together. Works with AssertJ's
 * {@code assertSoftly}, {@code AutoCloseableSoftAssertions} and {@code @InjectSoftAssertions}. If the lake can't be
 * read, an exception is thrown immediately.
 *
 * <pre>{@code
 * LakeSoftAssertions softly = new LakeSoftAssertions();
 * softly.assertThat(lake).dataset("kpi").partition("2026-01-02").isSealedBy("_SUCCESS").hasObjects(3);
 * softly.assertThat(lake).dataset("kpi").partition("2026-01-03").isAbsent();
 * softly.assertAll();
 * }</pre>
 */
public class LakeSoftAssertions extends AbstractSoftAssertions {

    /** Returns assertions on the test's lake; see {@link LakeAssertions#assertThat(LakeSeed)}. */
    public LakeAssert assertThat(LakeSeed lake) {
        return LakeAssert.of(lake, this::collectAssertionError);
    }

    /** Returns assertions on any lake; see {@link LakeAssertions#assertThat(Lake)}. */
    public LakeAssert assertThat(Lake lake) {
        return LakeAssert.of(lake, this::collectAssertionError);
    }
}
