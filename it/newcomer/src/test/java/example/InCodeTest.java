// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.Backend;
import io.lakecheck.junit.LakeFixture;
import io.lakecheck.junit.LakeSeed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class InCodeTest {

    @RegisterExtension
    static final LakeFixture LAKE = LakeFixture.on(Backend.EMBEDDED)
            .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02")
                    .size(size -> size.min("1 kB")))
            .build();

    @Test
    void writes_at_least_1_kB(LakeSeed lake) {
        lake.partition("2026-01-02").sized("1500 B");
    }
}
