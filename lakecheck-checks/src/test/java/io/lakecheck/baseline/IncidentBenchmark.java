// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.Observation;
import io.lakecheck.partition.Partition;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A measurement of how well a rule checks a synthetic dataset during and after an incident. The limit was chosen on the
 * dataset without incidents.
 */
final class IncidentBenchmark {

    /** A number of consecutive days with faulty data. */
    enum Incident {
        OUTAGE_3("3 days at 3%", 3, 0.03),
        OUTAGE_5("5 days at 3%", 5, 0.03),
        OUTAGE_10("10 days at 3%", 10, 0.03),
        OUTAGE_21("21 days at 3%", 21, 0.03),
        OUTAGE_28("28 days at 3%", 28, 0.03),
        ABSENT("7 days missing", 7, 0),
        DOUBLED("7 days doubled", 7, 2);

        private final String text;
        private final int days;
        private final double share;

        Incident(String text, int days, double share) {
            this.text = text;
            this.days = days;
            this.share = share;
        }

        boolean isOutage() {
            return share == 0.03;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** A lasting change of size. */
    enum Shift {
        HALVED("to 50%", 0.5),
        DOUBLED("to 200%", 2),
        DEEP("to 10%", 0.1);

        private final String text;
        private final double share;

        Shift(String text, double share) {
            this.text = text;
            this.share = share;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * The outcome of an incident, as the mean over all days on which it starts.
     *
     * @param detected the share of the incident's days on which there was an alert
     * @param falseAlarms the number of good days with an alert in the two weeks after the incident
     * @param faultsAfter the share of single faults that were detected in the six weeks after the incident
     * @param faultsWithout the share that is detected on the same days without an incident
     */
    record Outcome(double detected, double falseAlarms, double faultsAfter, double faultsWithout) {}

    /** The number of days after which a level counts as accepted if it has not been accepted earlier. */
    static final int MOST_DAYS = 42;

    private static final int STARTS = 4;
    private static final int EVERY = 70;
    private static final int TWO_WEEKS = 14;

    /** The number of consecutive days that must pass for a level to count as accepted. */
    private static final int ACCEPTED = 7;

    /** The number of days between the single faults after an incident. */
    private static final int SPACING = 4;

    private final DetectionBenchmark benchmark;
    private final double limit;

    IncidentBenchmark(DetectionBenchmark benchmark, double limit) {
        this.benchmark = benchmark;
        this.limit = limit;
    }

    Outcome outcome(Incident incident) {
        List<Outcome> outcomes =
                starts().parallel().mapToObj(start -> outcome(incident, start)).toList();
        return mean(outcomes);
    }

    static Outcome mean(List<Outcome> outcomes) {
        return new Outcome(
                outcomes.stream().mapToDouble(Outcome::detected).average().orElseThrow(),
                outcomes.stream().mapToDouble(Outcome::falseAlarms).average().orElseThrow(),
                outcomes.stream().mapToDouble(Outcome::faultsAfter).average().orElseThrow(),
                outcomes.stream().mapToDouble(Outcome::faultsWithout).average().orElseThrow());
    }

    /** Returns the number of days with alerts before a lasting change is accepted, at most {@value #MOST_DAYS}. */
    double acceptance(Shift shift) {
        return starts().parallel()
                .map(start -> acceptance(shift, start))
                .average()
                .orElseThrow();
    }

    /**
     * Returns, for each day on which the change starts, the number of days until the verdicts of {@code usual} state
     * that it was accepted.
     */
    List<Integer> daysUntilAccepted(Shift shift) {
        return starts().parallel()
                .mapToObj(start -> {
                    Map<Partition, Observation> history = changed(start, start + MOST_DAYS, shift.share);
                    return IntStream.range(0, MOST_DAYS)
                            .filter(day -> benchmark
                                    .expected(DetectionBenchmark.day(start + day), history)
                                    .contains("accepted new level"))
                            .findFirst()
                            .orElse(MOST_DAYS);
                })
                .toList();
    }

    private static IntStream starts() {
        return IntStream.range(0, STARTS).map(i -> DetectionBenchmark.DAYS - DetectionBenchmark.YEAR + 11 + i * EVERY);
    }

    private Outcome outcome(Incident incident, int start) {
        Map<Partition, Observation> history = changed(start, start + incident.days, incident.share);
        Map<Partition, Observation> good = benchmark.with(Map.of());
        int end = start + incident.days;
        return new Outcome(
                share(
                        IntStream.range(start, end)
                                .filter(day -> alerts(day, history, 1))
                                .count(),
                        incident.days),
                (double) IntStream.range(end, end + TWO_WEEKS)
                        .filter(day -> alerts(day, history, 1))
                        .count(),
                faults(end, history),
                faults(end, good));
    }

    private double faults(int end, Map<Partition, Observation> history) {
        int[] days = IntStream.iterate(end + 1, day -> day < end + MOST_DAYS, day -> day + SPACING)
                .toArray();
        long detected = IntStream.of(days)
                .filter(day -> alerts(day, history, (day - end) / SPACING % 2 == 0 ? 0.5 : 2))
                .count();
        return share(detected, days.length);
    }

    private int acceptance(Shift shift, int start) {
        Map<Partition, Observation> history = changed(start, start + MOST_DAYS + ACCEPTED, shift.share);
        int passing = 0;
        for (int day = start; day < start + MOST_DAYS + ACCEPTED; day++) {
            passing = alerts(day, history, 1) ? 0 : passing + 1;
            if (passing == ACCEPTED) {
                return day - start + 1 - ACCEPTED;
            }
        }
        return MOST_DAYS;
    }

    private Map<Partition, Observation> changed(int start, int end, double share) {
        return benchmark.with(IntStream.range(start, end)
                .mapToObj(DetectionBenchmark::day)
                .collect(Collectors.toMap(day -> day, day -> (long) (share * benchmark.size(day)))));
    }

    private boolean alerts(int day, Map<Partition, Observation> history, double share) {
        LocalDate date = DetectionBenchmark.day(day);
        return benchmark.off(date, history, share) > limit;
    }

    private static double share(long count, int of) {
        return (double) count / of;
    }
}
