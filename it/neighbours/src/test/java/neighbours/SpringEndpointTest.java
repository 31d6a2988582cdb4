// SPDX-License-Identifier: Apache-2.0
package neighbours;

import io.lakecheck.junit.Backend;
import io.lakecheck.junit.LakeFixture;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Runs the example for Spring in docs/junit.md. */
@SpringJUnitConfig(SpringEndpointTest.Context.class)
class SpringEndpointTest {

    @RegisterExtension
    static final LakeFixture LAKE = LakeFixture.on(Backend.EMBEDDED)
            .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02")
                    .size(size -> size.min("1 kB")))
            .build();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("s3.endpoint", LAKE::endpoint);
    }

    static class Context {

        @Bean
        S3Client s3(Environment environment) {
            return S3Client.builder()
                    .endpointOverride(URI.create(environment.getRequiredProperty("s3.endpoint")))
                    .region(Region.US_EAST_1)
                    .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                    .build();
        }
    }

    @Test
    void the_applications_client_writes(@Autowired S3Client s3) {
        s3.putObject(
                put -> put.bucket("refined").key("kpi/dt=2026-01-02/part-0.parquet"),
                RequestBody.fromBytes(new byte[1500]));
    }
}
