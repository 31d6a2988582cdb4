// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Report;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.value.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A program that checks a partition of ten million generated objects, in many ranges at the same time.
 * {@link MemoryTest} runs it with a small heap.
 */
final class TenMillionObjects {

    static final int OBJECTS = 10_000_000;

    private static final Instant WRITTEN = Instant.parse("2025-01-03T00:00:00Z");
    private static final Clock NOW = Clock.fixed(Instant.parse("2025-01-03T07:00:00Z"), ZoneOffset.UTC);

    private TenMillionObjects() {}

    /** Prints the finding and the numbers of requests and objects. */
    public static void main(String[] none) {
        SizeCheck size = new SizeCheck(
                new Limits(OptionalLong.of(1), OptionalLong.empty()), Limits.NONE, Limits.NONE, Severity.FAIL);
        Dataset dataset = new Dataset(
                "many",
                Location.of("s3://refined/many/dt={date}/"),
                new Schedule(ZoneOffset.UTC, Duration.ZERO, Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(size),
                Map.of());
        Report report = Lakecheck.on(new GeneratedLake()).at(NOW).run(Suite.of(dataset));
        System.out.println(report.findings().get(0).text());
        System.out.println(report.traffic());
    }

    /** A lake of generated objects that can be listed from any key. */
    private record GeneratedLake() implements Lake {

        @Override
        public boolean isSeekable(String root) {
            return true;
        }

        @Override
        public void list(KeyRange range, Visitor visitor) {
            int next = first(range);
            do {
                visitor.onAnswer(new Answer(Optional.empty(), WRITTEN));
                for (int end = Math.min(OBJECTS, next + 1000); next < end; next++) {
                    Instant modified = WRITTEN.plusMillis(next);
                    if (!visitor.onObject(new LakeObject(key(next), 3, modified, "etag-" + next))) {
                        return;
                    }
                }
            } while (next < OBJECTS && visitor.wantsNextPage());
        }

        private static int first(KeyRange range) {
            int low = 0;
            for (int high = OBJECTS; low < high; ) {
                int middle = (low + high) / 2;
                if (key(middle).compareTo(range.after()) <= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static String key(int number) {
            return "dt=2025-01-02/part-" + (OBJECTS + number);
        }
    }
}
