// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The words of {@code size}, for {@link CheckedLake}. */
public final class SizeSpec extends SpecBuilder<SizeSpec> {

    SizeSpec() {
        super(SizeSpec.class);
    }

    public SizeSpec min(String value) {
        return say("min", value);
    }

    public SizeSpec max(String value) {
        return say("max", value);
    }

    public SizeSpec severity(String value) {
        return say("severity", value);
    }

    /** The least and the most objects; an empty one is not said. */
    public SizeSpec objects(String min, String max) {
        return say("objects", new BoundsSpec().min(min).max(max));
    }

    /** The least and the most bytes of every single object; an empty one is not said. */
    public SizeSpec each(String min, String max) {
        return say("each", new BoundsSpec().min(min).max(max));
    }
}
