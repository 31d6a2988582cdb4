// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The words of {@code complete}, for {@link CheckedLake}. */
public final class CompleteSpec extends SpecBuilder<CompleteSpec> {

    CompleteSpec() {
        super(CompleteSpec.class);
    }

    public CompleteSpec last(String value) {
        return say("last", value);
    }

    public CompleteSpec strays(String value) {
        return say("strays", value);
    }

    public CompleteSpec severity(String value) {
        return say("severity", value);
    }
}
