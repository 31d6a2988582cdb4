// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import io.lakecheck.Dataset;
import io.lakecheck.Datasets;
import io.lakecheck.DeltaCheck;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Suite;
import io.lakecheck.lake.MemoryLake;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Prints how long the calculations of {@code usual} take, as fractions of their limits. Machines differ too much for
 * assertions.
 */
class SeasonalBaselineSpeedTest {

    private static final LocalDateTime LAST = LocalDateTime.parse("2026-01-02T12:00");
    private static final Instant DUE = Instant.parse("2026-01-02T19:00:00Z");
    private static final int HOURS = 24 * 240;

    private static final Duration BACKTEST = Duration.ofSeconds(10);
    private static final Duration VERDICT = Duration.ofMillis(1);

    @Test
    void prints_the_time_of_a_backtest_of_2160_hours_and_of_a_verdict() {
        Dataset hourly = Datasets.at("s3://refined/kpi/dt={date}/hour={HH}/", DeltaCheck.DEFAULT);
        Lakecheck run = Lakecheck.on(lake()).at(Datasets.clock(DUE));

        Duration began = cpu();
        List<Finding> findings =
                run.backtest(Suite.of(hourly), 90).series().get(0).findings();
        print("a backtest of " + findings.size() + " hours", cpu().minus(began), BACKTEST);

        List<Evidence> hours = findings.stream().map(Finding::evidence).toList();
        Duration listed = cpu();
        hours.forEach(DeltaCheck.DEFAULT::verdict);
        print("a verdict", cpu().minus(listed).dividedBy(hours.size()), VERDICT);

        assertThat(findings).hasSize(2160);
    }

    private static MemoryLake lake() {
        MemoryLake lake = new MemoryLake();
        for (int back = 0; back < HOURS; back++) {
            LocalDateTime hour = LAST.minusHours(back);
            String time = hour.toString();
            String folder = "s3://refined/kpi/dt=" + hour.toLocalDate() + "/hour=" + time.substring(11, 13) + "/";
            lake.put(folder + "part-0", 1000 + back * 7919L % 101, hour.plusHours(2) + ":00Z");
        }
        return lake;
    }

    private static void print(String what, Duration cpu, Duration limit) {
        System.out.println(what + ": " + cpu.toNanos() / 1000 + " µs of CPU, " + 100 * cpu.toNanos() / limit.toNanos()
                + " % of the limit");
    }

    private static Duration cpu() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Duration.ofNanos(system.getProcessCpuTime());
    }
}
