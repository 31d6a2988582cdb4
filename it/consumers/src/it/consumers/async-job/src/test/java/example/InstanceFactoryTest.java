// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lakecheck.junit.Backend;
import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LakeSeed;
import io.lakecheck.junit.LocalLake;
import io.lakecheck.junit.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstanceFactory;
import org.junit.jupiter.api.extension.TestInstanceFactoryContext;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Tests lakecheck with another extension that creates the test instance, as the one from Quarkus does. */
@Testcontainers
@ExtendWith(InstanceFactoryTest.Factory.class)
@LocalLake(backend = Backend.EMBEDDED)
@LakeCheck(location = "s3://${bucket}/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
class InstanceFactoryTest {

    static final class Factory implements TestInstanceFactory {
        @Override
        public Object createTestInstance(TestInstanceFactoryContext factory, ExtensionContext context) {
            return new InstanceFactoryTest("from the factory");
        }
    }

    private final String origin;

    private InstanceFactoryTest(String origin) {
        this.origin = origin;
    }

    @Test
    void checks_run_on_instances_from_a_factory(LakeSeed lake) {
        lake.partition("2026-01-02").sized("2 kB");

        assertEquals("from the factory", origin);
    }
}
