// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** A builder for a {@code delta} check, with a method for each attribute of {@link Delta}. */
public final class DeltaSpec extends SpecBuilder<DeltaSpec> {

    DeltaSpec() {
        super(DeltaSpec.class);
    }

    /** See {@link Delta#against}. */
    public DeltaSpec against(String value) {
        return set("against", value);
    }

    /** See {@link Delta#drop}. */
    public DeltaSpec drop(String value) {
        return set("drop", value);
    }

    /** See {@link Delta#rise}. */
    public DeltaSpec rise(String value) {
        return set("rise", value);
    }

    /** See {@link Delta#deviation}. */
    public DeltaSpec deviation(String value) {
        return set("deviation", value);
    }

    /** See {@link Delta#of}. */
    public DeltaSpec of(String value) {
        return set("of", value);
    }

    /** See {@link Delta#atLeast}. */
    public DeltaSpec atLeast(String value) {
        return set("atLeast", value);
    }

    /** See {@link Delta#history}. */
    public DeltaSpec history(String value) {
        return set("history", value);
    }

    /** See {@link Delta#lookback}. */
    public DeltaSpec lookback(String value) {
        return set("lookback", value);
    }

    /** See {@link Delta#whenAbsent}. */
    public DeltaSpec whenAbsent(String value) {
        return set("whenAbsent", value);
    }

    /** See {@link Delta#whenTooLittleHistory}. */
    public DeltaSpec whenTooLittleHistory(String value) {
        return set("whenTooLittleHistory", value);
    }

    /** See {@link Delta#whenBaselineEmpty}. */
    public DeltaSpec whenBaselineEmpty(String value) {
        return set("whenBaselineEmpty", value);
    }

    /** See {@link Delta#severity}. */
    public DeltaSpec severity(String value) {
        return set("severity", value);
    }
}
