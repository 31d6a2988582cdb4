// SPDX-License-Identifier: Apache-2.0
package example

import io.lakecheck.junit.Backend
import io.lakecheck.junit.Delta
import io.lakecheck.junit.LakeCheck
import io.lakecheck.junit.LakeFixture
import io.lakecheck.junit.LakeSeed
import io.lakecheck.junit.LocalLake
import io.lakecheck.junit.Recency
import io.lakecheck.junit.Size
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.extension.RegisterExtension
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import software.amazon.awssdk.services.s3.S3Client

@LocalLake
class KpiJobTest {

    @Test
    @LakeCheck(
        location = "s3://refined/kpi/dt={date}/",
        partition = "2026-01-02",
        recency = [Recency(marker = "_SUCCESS")],
        size = [Size(min = "1 kB")],
        delta = [Delta(against = "previous", drop = "50%")],
    )
    fun `writes the day's KPIs`(s3: S3Client, lake: LakeSeed) {
        lake.partition("2026-01-01").sized("2 kB")

        KpiJob(s3).run("2026-01-02")
    }

    @ParameterizedTest
    @ValueSource(strings = ["2026-01-02", "2026-03-29"])
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "{0}", size = [Size(min = "1 kB")])
    fun `writes each day`(day: String, s3: S3Client) {
        KpiJob(s3).run(day)
    }
}

class KpiJobInCodeTest {

    companion object {
        @JvmField
        @RegisterExtension
        val lake: LakeFixture = LakeFixture.on(Backend.EMBEDDED)
            .check("s3://refined/kpi/dt={date}/") { kpi -> kpi.partition("2026-01-02").size { it.min("1 kB") } }
            .build()
    }

    @Test
    fun `writes the day's KPIs`(s3: S3Client) {
        KpiJob(s3).run("2026-01-02")
    }
}
