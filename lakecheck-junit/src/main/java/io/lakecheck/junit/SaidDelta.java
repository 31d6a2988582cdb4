// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The words of {@code delta}, for {@link CheckedLake}. */
public final class SaidDelta extends Said<SaidDelta> {

    SaidDelta() {
        super(SaidDelta.class);
    }

    public SaidDelta against(String value) {
        return say("against", value);
    }

    public SaidDelta drop(String value) {
        return say("drop", value);
    }

    public SaidDelta rise(String value) {
        return say("rise", value);
    }

    public SaidDelta deviation(String value) {
        return say("deviation", value);
    }

    public SaidDelta of(String value) {
        return say("of", value);
    }

    public SaidDelta atLeast(String value) {
        return say("atLeast", value);
    }

    public SaidDelta history(String value) {
        return say("history", value);
    }

    public SaidDelta lookback(String value) {
        return say("lookback", value);
    }

    public SaidDelta whenAbsent(String value) {
        return say("whenAbsent", value);
    }

    public SaidDelta whenTooLittleHistory(String value) {
        return say("whenTooLittleHistory", value);
    }

    public SaidDelta whenBaselineEmpty(String value) {
        return say("whenBaselineEmpty", value);
    }

    public SaidDelta severity(String value) {
        return say("severity", value);
    }
}
