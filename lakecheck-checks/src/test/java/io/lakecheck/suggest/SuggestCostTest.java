// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Fork;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestCostTest {

    private static final Pattern CPU = Pattern.compile("(\\d+) seconds of CPU");

    @ParameterizedTest
    @CsvSource({
        "DAILY, '100000 objects, 50 datasets'",
        "TEN_MILLION, '10000000 objects, 1 datasets'",
        "HOURLY, '48000 objects, 20 datasets'",
        "CLOUDTRAIL, '10080000 objects, 1 datasets'"
    })
    void a_large_lake_takes_less_than_64_megabytes_and_a_minute(String kind, String summary) throws IOException {
        Fork.End end = Fork.run(
                LargeLakeSuggestion.class,
                List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Dkind=" + kind),
                Map.of());

        assertThat(end.output()).contains(summary);
        assertThat(end.exitCode()).isZero();
        Matcher cpu = CPU.matcher(end.output());
        assertThat(cpu.find()).isTrue();
        assertThat(Integer.parseInt(cpu.group(1))).isLessThan(60);
        System.out.println(kind + ": " + end.output().strip());
    }
}
