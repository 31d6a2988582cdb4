// SPDX-License-Identifier: Apache-2.0
package example;

import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Writes a day's KPIs in two files and a marker. */
final class KpiJob {

    private final S3Client s3;

    KpiJob(S3Client s3) {
        this.s3 = s3;
    }

    void run(String day) {
        write(day, "part-0.parquet", 1000);
        write(day, "part-1.parquet", 1000);
        write(day, "_SUCCESS", 0);
    }

    private void write(String day, String name, int bytes) {
        s3.putObject(
                put -> put.bucket("refined").key("kpi/dt=" + day + "/" + name), RequestBody.fromBytes(new byte[bytes]));
    }
}
