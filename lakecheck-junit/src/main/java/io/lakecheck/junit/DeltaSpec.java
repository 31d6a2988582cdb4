// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The words of {@code delta}, for {@link CheckedLake}. */
public final class DeltaSpec extends SpecBuilder<DeltaSpec> {

    DeltaSpec() {
        super(DeltaSpec.class);
    }

    public DeltaSpec against(String value) {
        return say("against", value);
    }

    public DeltaSpec drop(String value) {
        return say("drop", value);
    }

    public DeltaSpec rise(String value) {
        return say("rise", value);
    }

    public DeltaSpec deviation(String value) {
        return say("deviation", value);
    }

    public DeltaSpec of(String value) {
        return say("of", value);
    }

    public DeltaSpec atLeast(String value) {
        return say("atLeast", value);
    }

    public DeltaSpec history(String value) {
        return say("history", value);
    }

    public DeltaSpec lookback(String value) {
        return say("lookback", value);
    }

    public DeltaSpec whenAbsent(String value) {
        return say("whenAbsent", value);
    }

    public DeltaSpec whenTooLittleHistory(String value) {
        return say("whenTooLittleHistory", value);
    }

    public DeltaSpec whenBaselineEmpty(String value) {
        return say("whenBaselineEmpty", value);
    }

    public DeltaSpec severity(String value) {
        return say("severity", value);
    }
}
