// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** A builder for a minimum and a maximum. */
final class BoundsSpec extends SpecBuilder<BoundsSpec> {

    BoundsSpec() {
        super(BoundsSpec.class);
    }

    BoundsSpec min(String value) {
        return set("min", value);
    }

    BoundsSpec max(String value) {
        return set("max", value);
    }
}
