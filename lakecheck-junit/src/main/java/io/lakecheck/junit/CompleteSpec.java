// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** A builder for a {@code complete} check, with a method for each attribute of {@link Complete}. */
public final class CompleteSpec extends SpecBuilder<CompleteSpec> {

    CompleteSpec() {
        super(CompleteSpec.class);
    }

    /** See {@link Complete#last}. */
    public CompleteSpec last(String value) {
        return set("last", value);
    }

    /** See {@link Complete#strays}. */
    public CompleteSpec strays(String value) {
        return set("strays", value);
    }

    /** See {@link Complete#severity}. */
    public CompleteSpec severity(String value) {
        return set("severity", value);
    }
}
