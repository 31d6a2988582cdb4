// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** A builder for a {@code size} check, with a method for each attribute of {@link Size}. */
public final class SizeSpec extends SpecBuilder<SizeSpec> {

    SizeSpec() {
        super(SizeSpec.class);
    }

    /** See {@link Size#min}. */
    public SizeSpec min(String value) {
        return set("min", value);
    }

    /** See {@link Size#max}. */
    public SizeSpec max(String value) {
        return set("max", value);
    }

    /** See {@link Size#severity}. */
    public SizeSpec severity(String value) {
        return set("severity", value);
    }

    /** Sets the minimum and maximum number of objects. An empty string means no limit. See {@link Size#objects}. */
    public SizeSpec objects(String min, String max) {
        return set("objects", new BoundsSpec().min(min).max(max));
    }

    /** Sets the minimum and maximum size of each object. An empty string means no limit. See {@link Size#each}. */
    public SizeSpec each(String min, String max) {
        return set("each", new BoundsSpec().min(min).max(max));
    }

    /** Sets the minimum and maximum total size of each part. An empty string means no limit. See {@link Size#part}. */
    public SizeSpec part(String min, String max) {
        return set("part", new BoundsSpec().min(min).max(max));
    }
}
