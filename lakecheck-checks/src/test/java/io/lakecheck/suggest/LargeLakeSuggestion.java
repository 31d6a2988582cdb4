// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import com.sun.management.OperatingSystemMXBean;
import io.lakecheck.Suite;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.survey.Lakecheck;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A program that suggests a suite for many generated objects and backtests it. {@link SuggestCostTest} runs it. */
final class LargeLakeSuggestion {

    private static final String ROOT = "s3://refined/";
    private static final LocalDateTime NOW = LocalDateTime.parse("2026-02-01T12:00");

    /** A kind of lake. All its datasets have the same layout and length. */
    enum Kind {
        DAILY("'dt='yyyy-MM-dd", ChronoUnit.DAYS, 500, 200),
        CLOUDTRAIL("'123456789012/CloudTrail/eu-west-1/'yyyy/MM/dd", ChronoUnit.DAYS, 40, 1000),
        HOURLY("'dt='yyyy-MM-dd/'hour='HH", ChronoUnit.HOURS, 1, 2400);

        private final DateTimeFormatter folder;
        private final ChronoUnit step;
        private final int datasets;
        private final int periods;

        Kind(String folder, ChronoUnit step, int datasets, int periods) {
            this.folder = DateTimeFormatter.ofPattern(folder, Locale.ROOT);
            this.step = step;
            this.datasets = datasets;
            this.periods = periods;
        }

        void list(KeyRange range, Lake.Visitor visitor) {
            String root = range.root().substring(ROOT.length());
            String prefix = root + range.prefix();
            String after = range.after().isEmpty() ? "" : root + range.after();
            long listed = 0;
            visitor.onAnswer(Lake.Answer.at(NOW.toInstant(ZoneOffset.UTC)));
            for (int dataset = 0; dataset < datasets; dataset++) {
                String name = String.format(Locale.ROOT, "set%03d/", dataset);
                if (!name.startsWith(prefix.substring(0, Math.min(prefix.length(), name.length())))) {
                    continue;
                }
                for (int back = periods; back > 0; back--) {
                    LocalDateTime from = NOW.truncatedTo(step).minus(back, step);
                    String key = name + folder.format(from) + "/part-0";
                    if (!key.startsWith(prefix) || key.compareTo(after) <= 0) {
                        continue;
                    }
                    Instant written = from.plus(1, step).plusMinutes(20).toInstant(ZoneOffset.UTC);
                    if (!visitor.onObject(
                            new LakeObject(key.substring(root.length()), 90_000 + back % 7 * 1000, written, "etag"))) {
                        return;
                    }
                    if (++listed % 1000 == 0) {
                        if (!visitor.wantsNextPage()) {
                            return;
                        }
                        visitor.onAnswer(Lake.Answer.at(NOW.toInstant(ZoneOffset.UTC)));
                    }
                }
            }
        }
    }

    private LargeLakeSuggestion() {}

    /** Prints the number of datasets and the CPU time. */
    public static void main(String[] none) {
        Kind kind = Kind.valueOf(System.getProperty("kind"));
        Suggestion suggestion = Suggestion.of(
                kind::list,
                ROOT,
                ROOT,
                Optional.of(ZoneOffset.UTC),
                NOW.toInstant(ZoneOffset.UTC),
                Duration.ofMinutes(10));
        Suite suite = SuiteFile.parse(
                "suite",
                String.join("\n", suggestion.lines()) + "\n",
                Path.of("").toAbsolutePath());
        int lines = suggestion
                .lines(Lakecheck.on(kind::list)
                        .at(Clock.fixed(suggestion.end().orElseThrow(), ZoneOffset.UTC))
                        .backtest(suite, suggestion.days()))
                .size();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(
                suggestion.traffic().objects() + " objects, " + suite.datasets().size() + " datasets, " + lines
                        + " lines, " + system.getProcessCpuTime() / 1_000_000_000 + " seconds of CPU");
    }
}
