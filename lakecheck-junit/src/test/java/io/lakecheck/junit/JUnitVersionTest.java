// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.testkit.engine.EngineTestKit;

/** These tests run on two JUnits; the build says on which. */
class JUnitVersionTest {

    @Test
    @EnabledIfSystemProperty(named = "lakecheck.junit.version", matches = ".+", disabledReason = "Maven says which")
    void is_the_one_that_the_build_says() {
        assertThat(Test.class.getPackage().getImplementationVersion())
                .isEqualTo(System.getProperty("lakecheck.junit.version"));
        assertThat(EngineTestKit.class.getPackage().getImplementationVersion())
                .endsWith(System.getProperty("lakecheck.junit.version").substring(1));
    }
}
