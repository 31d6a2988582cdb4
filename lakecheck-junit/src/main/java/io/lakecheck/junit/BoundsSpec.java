// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The least and the most. */
final class BoundsSpec extends SpecBuilder<BoundsSpec> {

    BoundsSpec() {
        super(BoundsSpec.class);
    }

    BoundsSpec min(String value) {
        return say("min", value);
    }

    BoundsSpec max(String value) {
        return say("max", value);
    }
}
