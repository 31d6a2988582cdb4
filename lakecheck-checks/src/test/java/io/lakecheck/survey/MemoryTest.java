// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Fork;
import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MemoryTest {

    @Test
    @Survives(Hazard.TEN_MILLION)
    void a_heap_of_64_megabytes_is_enough_for_ten_million_objects() throws IOException {
        Fork.End end = Fork.run(TenMillionObjects.class, List.of("-Xmx64m", "-XX:+UseSerialGC"), Map.of());

        assertThat(end.output())
                .contains("many dt=2025-01-02 size PASSED: 30 MB in 10000000 objects", "objects=10000000");
        assertThat(end.exitCode()).isZero();
    }
}
