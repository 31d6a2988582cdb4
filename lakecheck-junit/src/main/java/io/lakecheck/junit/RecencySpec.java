// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The words of {@code recency}, for {@link CheckedLake}. */
public final class RecencySpec extends SpecBuilder<RecencySpec> {

    RecencySpec() {
        super(RecencySpec.class);
    }

    public RecencySpec marker(String value) {
        return say("marker", value);
    }

    public RecencySpec sealed(String value) {
        return say("sealed", value);
    }

    public RecencySpec grace(String value) {
        return say("grace", value);
    }

    public RecencySpec late(String value) {
        return say("late", value);
    }

    public RecencySpec maxAge(String value) {
        return say("maxAge", value);
    }

    public RecencySpec quiet(String value) {
        return say("quiet", value);
    }

    public RecencySpec severity(String value) {
        return say("severity", value);
    }
}
