// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The words of {@code recency}, for {@link CheckedLake}. */
public final class SaidRecency extends Said<SaidRecency> {

    SaidRecency() {
        super(SaidRecency.class);
    }

    public SaidRecency marker(String value) {
        return say("marker", value);
    }

    public SaidRecency sealed(String value) {
        return say("sealed", value);
    }

    public SaidRecency grace(String value) {
        return say("grace", value);
    }

    public SaidRecency late(String value) {
        return say("late", value);
    }

    public SaidRecency maxAge(String value) {
        return say("maxAge", value);
    }

    public SaidRecency quiet(String value) {
        return say("quiet", value);
    }

    public SaidRecency severity(String value) {
        return say("severity", value);
    }
}
