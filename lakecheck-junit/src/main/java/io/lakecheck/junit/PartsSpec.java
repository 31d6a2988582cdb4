// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** A builder for the mapping {@code parts}. */
final class PartsSpec extends SpecBuilder<PartsSpec> {

    PartsSpec() {
        super(PartsSpec.class);
    }
}
