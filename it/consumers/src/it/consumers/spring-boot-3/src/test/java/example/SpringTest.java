// SPDX-License-Identifier: Apache-2.0
package example;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lakecheck.Report;
import io.lakecheck.junit.Backend;
import io.lakecheck.junit.LakeCheck;
import io.lakecheck.junit.LakeSeed;
import io.lakecheck.junit.LocalLake;
import io.lakecheck.junit.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Uses the extensions of Spring and lakecheck in the same test class. */
@SpringJUnitConfig(SpringTest.Context.class)
@LocalLake(backend = Backend.EMBEDDED)
@LakeCheck(location = "s3://${bucket}/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
class SpringTest {

    static class Context {

        @Bean
        Job job() {
            return (s3, bucket) -> s3.putObject(
                    put -> put.bucket(bucket).key("kpi/dt=2026-01-02/part-0"), RequestBody.fromBytes(new byte[1500]));
        }
    }

    interface Job {
        void run(S3Client s3, String bucket);
    }

    @Autowired
    private Job field;

    @Test
    void spring_injects_fields_and_lakecheck_injects_parameters(S3Client s3, LakeSeed lake) {
        field.run(s3, lake.bucket());
    }

    @Test
    void spring_and_lakecheck_both_inject_parameters(@Autowired Job job, S3Client s3, LakeSeed lake) {
        job.run(s3, lake.bucket());
    }

    @AfterEach
    void the_checks_have_run(Report report) {
        assertEquals("1.5 kB in 1 object", report.findings().get(0).verdict().measured());
    }
}
