// SPDX-License-Identifier: Apache-2.0
package example;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Writes a day's KPIs and a marker. */
@SpringBootApplication
class KpiApplication {

    interface Job {
        void run(String day);
    }

    @Bean
    S3Client s3(@Value("${s3.endpoint}") URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_WEST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build();
    }

    @Bean
    Job job(S3Client s3) {
        Logger log = LoggerFactory.getLogger(KpiApplication.class);
        return day -> {
            for (String name : new String[] {"part-0.parquet", "_SUCCESS"}) {
                s3.putObject(
                        put -> put.bucket("refined").key("kpi/dt=" + day + "/" + name),
                        RequestBody.fromBytes(new byte[name.startsWith("_") ? 0 : 1500]));
            }
            log.info("wrote {}", day);
        };
    }
}
