// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.lakecheck.Check;
import io.lakecheck.Notice;
import io.lakecheck.survey.Backtest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BacktestJsonTest {

    @TempDir
    Path folder;

    @Test
    void lists_alerts_and_days_of_each_check() throws IOException {
        assertThat(json(Backtests.mixed()))
                .containsSubsequence(
                        "\"version\": 1",
                        "\"at\": \"2026-01-13T06:00:00Z\"",
                        "\"days\": 12",
                        "\"requests\": 1",
                        "\"dataset\": \"kpi-daily\"",
                        "\"check\": \"recency\"",
                        "\"alerts\": 1",
                        "\"of\": 12",
                        "\"passed\": 11",
                        "\"warned\": 1",
                        "\"partition\": \"dt=2026-01-01\"",
                        "\"outcome\": \"PASSED\"",
                        "\"partition\": \"dt=2026-01-03\"",
                        "\"outcome\": \"WARNED\"");
    }

    @Test
    void counts_copied_days_as_skipped() throws IOException {
        assertThat(json(Backtests.copied()))
                .containsSubsequence("\"check\": \"recency\"", "\"alerts\": 0", "\"of\": 12", "\"skipped\": 12");
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("backtests")
    void matches_its_schema(Backtest backtest) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema(), InputFormat.JSON);

        assertThat(schema.validate(json(backtest), InputFormat.JSON)).isEmpty();
        assertThat(schema.validate("{\"version\": 2}", InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void its_schema_lists_every_check() throws IOException {
        for (Class<?> check : Check.class.getPermittedSubclasses()) {
            assertThat(schema())
                    .containsPattern("\"check\": \\{ \"enum\": \\[[^]]*\""
                            + check.getSimpleName().replace("Check", "").toLowerCase(Locale.ROOT) + "\"");
        }
    }

    static Stream<Backtest> backtests() {
        return Stream.of(Backtests.mixed(), Backtests.copied(), Backtests.hostile());
    }

    private String json(Backtest backtest) throws IOException {
        Notice notice = new BacktestJson(folder).write(backtest);
        assertThat(notice.level()).isEqualTo(Notice.Level.INFO);
        return Files.readString(folder.resolve("backtest.json"));
    }

    private static String schema() throws IOException {
        try (InputStream in = BacktestJsonTest.class.getResourceAsStream("/io/lakecheck/backtest.schema.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
