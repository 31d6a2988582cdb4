// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Suite;
import io.lakecheck.delivery.Alarms;
import io.lakecheck.delivery.DashboardFormat;
import io.lakecheck.delivery.Metrics;
import io.lakecheck.s3.LocalStackServer;
import io.lakecheck.s3.NeedsLocalStack;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

/** Tests that CloudWatch accepts generated dashboards. */
@NeedsLocalStack
class DashboardOnLocalStackTest {

    private final LocalStackServer server;

    DashboardOnLocalStackTest(LocalStackServer server) {
        this.server = server;
    }

    @Test
    void cloudwatch_accepts_the_dashboard() {
        String name = "lake-" + UUID.randomUUID();
        Metrics metrics = new Metrics("Lake/Checks", Map.of(), true, false, server.connection(), Alarms.DEFAULT);
        Suite suite = Kpi.suite(metrics, Kpi.daily(Kpi.RECENCY, Kpi.SIZE, Kpi.DELTA));
        String body = DashboardTest.json(
                Dashboard.of(suite, DashboardFormat.CLOUDWATCH, Kpi.NOW).get(0));
        try (CloudWatchClient client = CloudWatchAccess.open(server.connection(), CloudWatchAccess.FOR_ALARMS)) {
            assertThat(client.putDashboard(put -> put.dashboardName(name).dashboardBody(body))
                            .dashboardValidationMessages())
                    .isEmpty();
            assertThat(client.getDashboard(get -> get.dashboardName(name)).dashboardBody())
                    .isEqualTo(body);
            client.deleteDashboards(delete -> delete.dashboardNames(name));
        }
    }
}
