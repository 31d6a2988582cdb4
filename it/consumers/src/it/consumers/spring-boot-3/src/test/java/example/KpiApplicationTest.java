// SPDX-License-Identifier: Apache-2.0
package example;

import io.lakecheck.junit.Backend;
import io.lakecheck.junit.LakeFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import software.amazon.awssdk.services.s3.S3Client;

/** The section on Spring in docs/junit.md, with an application. */
@SpringBootTest
class KpiApplicationTest {

    @RegisterExtension
    static final LakeFixture LAKE = LakeFixture.on(Backend.EMBEDDED)
            .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02")
                    .size(size -> size.min("1 kB")))
            .build();

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry registry) {
        registry.add("s3.endpoint", LAKE::endpoint);
    }

    @Autowired
    private KpiApplication.Job field;

    @Test
    void the_application_writes_with_its_own_client() {
        field.run("2026-01-02");
    }

    @Test
    void spring_and_lakecheck_both_inject_parameters(@Autowired KpiApplication.Job job, S3Client lakechecks) {
        job.run("2026-01-02");

        lakechecks.headObject(head -> head.bucket("refined").key("kpi/dt=2026-01-02/_SUCCESS"));
    }
}
