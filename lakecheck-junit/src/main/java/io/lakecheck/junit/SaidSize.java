// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The words of {@code size}, for {@link CheckedLake}. */
public final class SaidSize extends Said<SaidSize> {

    SaidSize() {
        super(SaidSize.class);
    }

    public SaidSize min(String value) {
        return say("min", value);
    }

    public SaidSize max(String value) {
        return say("max", value);
    }

    public SaidSize severity(String value) {
        return say("severity", value);
    }

    /** The least and the most objects; an empty one is not said. */
    public SaidSize objects(String min, String max) {
        return say("objects", new SaidBounds().min(min).max(max));
    }

    /** The least and the most bytes of every single object; an empty one is not said. */
    public SaidSize each(String min, String max) {
        return say("each", new SaidBounds().min(min).max(max));
    }
}
