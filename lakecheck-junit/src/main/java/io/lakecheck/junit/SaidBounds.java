// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The least and the most. */
final class SaidBounds extends Said<SaidBounds> {

    SaidBounds() {
        super(SaidBounds.class);
    }

    SaidBounds min(String value) {
        return say("min", value);
    }

    SaidBounds max(String value) {
        return say("max", value);
    }
}
