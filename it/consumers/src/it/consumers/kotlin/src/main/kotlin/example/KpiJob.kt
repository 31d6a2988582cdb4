// SPDX-License-Identifier: Apache-2.0
package example

import software.amazon.awssdk.core.sync.RequestBody
import software.amazon.awssdk.services.s3.S3Client

/** Writes a day's KPIs and a marker. */
class KpiJob(private val s3: S3Client) {

    fun run(day: String) {
        write(day, "part-0.parquet", 1500)
        write(day, "_SUCCESS", 0)
    }

    private fun write(day: String, name: String, bytes: Int) {
        s3.putObject(
            { it.bucket("refined").key("kpi/dt=$day/$name") },
            RequestBody.fromBytes(ByteArray(bytes)),
        )
    }
}
