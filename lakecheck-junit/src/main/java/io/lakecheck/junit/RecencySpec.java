// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** A builder for a {@code recency} check, with a method for each attribute of {@link Recency}. */
public final class RecencySpec extends SpecBuilder<RecencySpec> {

    RecencySpec() {
        super(RecencySpec.class);
    }

    /** See {@link Recency#marker}. */
    public RecencySpec marker(String value) {
        return set("marker", value);
    }

    /** See {@link Recency#sealed}. */
    public RecencySpec sealed(String value) {
        return set("sealed", value);
    }

    /** See {@link Recency#absent}. */
    public RecencySpec absent(String... values) {
        return set("absent", values);
    }

    /** See {@link Recency#grace}. */
    public RecencySpec grace(String value) {
        return set("grace", value);
    }

    /** See {@link Recency#late}. */
    public RecencySpec late(String value) {
        return set("late", value);
    }

    /** See {@link Recency#arrival}. */
    public RecencySpec arrival(String value) {
        return set("arrival", value);
    }

    /** See {@link Recency#through}. */
    public RecencySpec through(String value) {
        return set("through", value);
    }

    /** See {@link Recency#maxAge}. */
    public RecencySpec maxAge(String value) {
        return set("maxAge", value);
    }

    /** See {@link Recency#quiet}. */
    public RecencySpec quiet(String value) {
        return set("quiet", value);
    }

    /** See {@link Recency#severity}. */
    public RecencySpec severity(String value) {
        return set("severity", value);
    }
}
