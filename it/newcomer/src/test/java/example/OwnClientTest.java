// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.Recency;
import java.net.URI;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

class OwnClientTest {

    @Test
    @LakeCheck(
            location = "s3://refined/kpi/dt={date}/",
            partition = "2026-01-02",
            recency = @Recency(marker = "_SUCCESS"))
    void seals_the_day_with_its_own_client(URI endpoint, Region region, AwsCredentialsProvider credentials) {
        try (S3Client own = S3Client.builder()
                .endpointOverride(endpoint)
                .region(region)
                .credentialsProvider(credentials)
                .build()) {
            writeDay(own);
        }
    }

    private static void writeDay(S3Client own) {
        for (String name : new String[] {"part-0.parquet", "_SUCCESS"}) {
            own.putObject(put -> put.bucket("refined").key("kpi/dt=2026-01-02/" + name), RequestBody.fromString(name));
        }
    }
}
