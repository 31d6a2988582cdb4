// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Tests that this module runs on the expected version of JUnit. Its tests run on two versions. */
class JUnitVersionTest {

    @Test
    @EnabledIfSystemProperty(
            named = "lakecheck.junit.version",
            matches = ".+",
            disabledReason = "only Maven sets the expected version")
    void the_version_is_the_expected_one() {
        assertThat(Test.class.getPackage().getImplementationVersion())
                .isEqualTo(System.getProperty("lakecheck.junit.version"));
        assertThat(EngineTestKit.class.getPackage().getImplementationVersion())
                .endsWith(System.getProperty("lakecheck.junit.version").substring(1));
    }
}
