// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import com.sun.management.OperatingSystemMXBean;
import io.lakecheck.Suite;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.spec.SuiteFile;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
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

    /** A kind of lake. All its datasets have the same layout and length. Keys are computed, so none is kept. */
    enum Kind {
        DAILY("'set%/dt%='yyyy-MM-dd", ChronoUnit.DAYS, 500, 200, 1),
        TEN_MILLION("'set%/dt='yyyy-MM-dd", ChronoUnit.DAYS, 5, 1000, 2000),
        CLOUDTRAIL("'%/CloudTrail/eu-west-1/'yyyy/MM/dd", ChronoUnit.DAYS, 600, 700, 24),
        HOURLY("'set%/dt%='yyyy-MM-dd/'hour='HH", ChronoUnit.HOURS, 20, 2400, 1);

        private final DateTimeFormatter folder;
        private final ChronoUnit step;
        private final int datasets;
        private final int periods;
        private final int files;

        Kind(String folder, ChronoUnit step, int datasets, int periods, int files) {
            this.folder = DateTimeFormatter.ofPattern(folder, Locale.ROOT);
            this.step = step;
            this.datasets = datasets;
            this.periods = periods;
            this.files = files;
        }

        int size() {
            return datasets * periods * files;
        }

        private LocalDateTime from(int index) {
            return NOW.truncatedTo(step).minus(periods - index / files % periods, step);
        }

        private String folder(int index) {
            return folder.format(from(index)).replace("%", String.format(Locale.ROOT, "%03d", index / files / periods));
        }

        private String file(int index) {
            return "/part-" + (100_000 + index % files);
        }

        private String key(int index) {
            return folder(index) + file(index);
        }

        /** Returns the index of the first key after the given one. */
        private int after(String key) {
            int low = 0;
            int high = size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (key(middle).compareTo(key) <= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** The generated lake, with pages of 1000 keys or folders. */
    private record GeneratedLake(Kind kind) implements Lake {

        private static final Answer ANSWER = Answer.at(NOW.toInstant(ZoneOffset.UTC));

        @Override
        public void list(KeyRange range, Visitor visitor) {
            String root = range.root().substring(ROOT.length());
            String prefix = root + range.prefix();
            int start = Math.max(kind.after(prefix), range.after().isEmpty() ? 0 : kind.after(root + range.after()));
            visitor.onAnswer(ANSWER);
            String folder = kind.folder(Math.min(start, kind.size() - 1));
            for (int i = start; i < kind.size(); i++) {
                folder = i % kind.files == 0 ? kind.folder(i) : folder;
                String key = folder + kind.file(i);
                if (!key.startsWith(prefix)) {
                    return;
                }
                if (i > start && (i - start) % 1000 == 0) {
                    if (!visitor.wantsNextPage()) {
                        return;
                    }
                    visitor.onAnswer(ANSWER);
                }
                LocalDateTime from = kind.from(i);
                if (!visitor.onObject(new LakeObject(
                        key.substring(root.length()),
                        90_000 + from.getDayOfMonth() % 7 * 1000,
                        from.plus(1, kind.step).plusMinutes(20).toInstant(ZoneOffset.UTC),
                        "etag"))) {
                    return;
                }
            }
        }

        @Override
        public void folders(String root, String path, FolderVisitor visitor) {
            String folder = (root + path).substring(ROOT.length());
            visitor.onAnswer(ANSWER);
            int names = 0;
            for (int i = kind.after(folder); i < kind.size() && kind.key(i).startsWith(folder); ) {
                int slash = kind.key(i).indexOf('/', folder.length());
                if (slash < 0) {
                    return;
                }
                if (names > 0 && names % 1000 == 0) {
                    if (!visitor.wantsNextPage()) {
                        return;
                    }
                    visitor.onAnswer(ANSWER);
                }
                names++;
                String name = kind.key(i).substring(folder.length(), slash);
                if (!visitor.onFolder(name)) {
                    return;
                }
                i = kind.after(folder + name + "0");
            }
        }
    }

    private LargeLakeSuggestion() {}

    /** Prints the number of datasets, requests and CPU seconds. */
    public static void main(String[] none) {
        Kind kind = Kind.valueOf(System.getProperty("kind"));
        Suggestion suggestion = Suggestion.of(
                new GeneratedLake(kind),
                ROOT,
                ROOT,
                Optional.of(ZoneOffset.UTC),
                NOW.toInstant(ZoneOffset.UTC),
                Sampling.within(Duration.ofMinutes(10)));
        Suite suite = SuiteFile.parse(
                "suite",
                String.join("\n", suggestion.lines()) + "\n",
                Path.of("").toAbsolutePath());
        int lines = suggestion.lines(suggestion.backtest(suite)).size();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(kind.size() + " objects, " + suite.datasets().size() + " datasets, " + lines + " lines, "
                + suggestion.traffic().requests() + " requests, " + system.getProcessCpuTime() / 1_000_000_000
                + " seconds of CPU");
    }
}
