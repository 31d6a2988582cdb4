// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LakeSeed;
import org.junit.jupiter.api.Test;

class SuiteFileTest {

    @Test
    @LakeCheck(
            suite = "lakecheck.yml",
            dataset = "kpi-daily",
            partition = "2026-01-02",
            variables = "LAKE=s3://${bucket}")
    void passes_the_release_checks(LakeSeed lake) {
        lake.partition("2026-01-01").sized("220 kB");
        lake.partition("2026-01-02").sized("200 kB");
    }
}
