// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.GeneratedFile;
import io.lakecheck.baseline.DetectionBenchmark.Fault;
import io.lakecheck.baseline.DetectionBenchmark.Rule;
import io.lakecheck.baseline.DetectionBenchmark.Scores;
import io.lakecheck.baseline.IncidentBenchmark.Incident;
import io.lakecheck.baseline.IncidentBenchmark.Outcome;
import io.lakecheck.baseline.IncidentBenchmark.Shift;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Checks that {@code docs/benchmark-detection.md} is up to date. Run with {@code -Dlakecheck.update=true} to rewrite
 * the page.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DetectionBenchmarkPageTest {

    private static final Path PAGE = Path.of("..", "docs", "benchmark-detection.md");

    private static final int FEW = 1;
    private static final int MORE = 3;

    /**
     * The number of datasets with neither holidays nor much noise. In these, hardly any size is usual at both levels.
     */
    private static final int REGULAR = 4;

    /**
     * The percentages of faults that {@code usual} detected before it replayed the history: first by fault, then by
     * dataset.
     */
    private static final List<Integer> FEW_BEFORE = List.of(100, 94, 94, 6, 92, 92, 80, 84, 84, 85, 81, 80, 65);

    private static final List<Integer> MORE_BEFORE = List.of(100, 97, 96, 13, 94, 94, 82, 84, 85, 85, 89, 81, 69);
    private static final List<Integer> DEFAULT_BEFORE = List.of(84, 84, 83, 81, 75, 46);
    private static final List<Integer> STRICTER_BEFORE = List.of(85, 85, 86, 86, 81, 67);

    private final Map<Rule, List<DetectionBenchmark>> benchmarks = new EnumMap<>(Rule.class);
    private final Map<Rule, List<Scores>> scores = new EnumMap<>(Rule.class);
    private DetectionBenchmarkPage page = new DetectionBenchmarkPage(Map.of(), Map.of(), Map.of());

    @BeforeAll
    void measure() {
        Map<Rule, Map<Incident, Outcome>> incidents = new EnumMap<>(Rule.class);
        Map<Rule, Map<Shift, Double>> shifts = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            List<DetectionBenchmark> all = DetectionBenchmarkPage.SERIES.stream()
                    .map(series -> new DetectionBenchmark(rule, series))
                    .toList();
            List<Scores> own = all.stream().map(DetectionBenchmark::scores).toList();
            benchmarks.put(rule, all);
            scores.put(rule, own);
            List<IncidentBenchmark> limited = IntStream.range(0, all.size())
                    .mapToObj(i -> new IncidentBenchmark(all.get(i), own.get(i).limit(FEW)))
                    .toList();
            incidents.put(rule, outcomes(limited));
            shifts.put(rule, acceptances(limited));
        }
        page = new DetectionBenchmarkPage(scores, incidents, shifts);
    }

    private static Map<Incident, Outcome> outcomes(List<IncidentBenchmark> benchmarks) {
        return Arrays.stream(Incident.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        incident -> IncidentBenchmark.mean(benchmarks.stream()
                                .map(benchmark -> benchmark.outcome(incident))
                                .toList())));
    }

    private static Map<Shift, Double> acceptances(List<IncidentBenchmark> benchmarks) {
        return Arrays.stream(Shift.values()).collect(Collectors.toMap(Function.identity(), shift -> benchmarks.stream()
                .mapToDouble(benchmark -> benchmark.acceptance(shift))
                .average()
                .orElseThrow()));
    }

    @Test
    void the_page_is_up_to_date() {
        GeneratedFile.check(PAGE, page.text());
    }

    @Test
    void usual_detects_more_than_every_other_rule() {
        for (int falseAlarms : new int[] {FEW, MORE}) {
            assertThat(scores.keySet())
                    .as("at %s false alarms in 100 days", falseAlarms)
                    .filteredOn(rule -> rule != Rule.USUAL)
                    .allSatisfy(rule -> assertThat(page.detected(Rule.USUAL, falseAlarms))
                            .isGreaterThan(page.detected(rule, falseAlarms)));
        }
    }

    @Test
    void usual_detects_single_faults_as_well_as_before_it_replayed_its_past() {
        assertThat(worse(ordinary(FEW), FEW_BEFORE)).isEmpty();
        assertThat(worse(ordinary(MORE), MORE_BEFORE))
                .as("large month ends extend the band a year later")
                .containsExactly("86 instead of 89");
        assertThat(worse(byItself(2), DEFAULT_BEFORE))
                .as("a wider band, with fewer false alarms, on the noisy dataset")
                .containsExactly("35 instead of 46");
        assertThat(worse(byItself(1.4), STRICTER_BEFORE))
                .as("a wider band, with fewer false alarms, on the dataset with large month ends")
                .containsExactly("82 instead of 86");
    }

    @Test
    void usual_has_at_most_one_false_alarm_in_100_days_by_default() {
        assertThat(usual()).allSatisfy(each -> assertThat(each.falseAlarms(2)).isLessThanOrEqualTo(0.01));
    }

    @Test
    void usual_detects_outages_and_recovers_from_them() {
        for (Incident outage :
                Arrays.stream(Incident.values()).filter(Incident::isOutage).toList()) {
            List<Outcome> outcomes =
                    byDefault().map(benchmark -> benchmark.outcome(outage)).toList();
            Outcome all = IncidentBenchmark.mean(outcomes);

            assertThat(outcomes).allSatisfy(each -> {
                assertThat(each.detected()).as("%s", outage).isGreaterThanOrEqualTo(0.95);
                // If the level was accepted on the 28th day, the return to the former level takes two days.
                assertThat(each.falseAlarms())
                        .as("after %s", outage)
                        .isLessThanOrEqualTo(outage == Incident.OUTAGE_28 ? 2.5 : 1);
            });
            assertThat(all.faultsAfter()).as("after %s", outage).isGreaterThanOrEqualTo(all.faultsWithout() - 0.05);
        }
    }

    @Test
    void usual_accepts_and_reports_a_level_in_the_documented_time() {
        assertThat(byDefault().flatMap(each -> each.daysUntilAccepted(Shift.DEEP).stream()))
                .as("verdicts name a deep drop after 28 days")
                .containsOnly(28);
        for (Shift shift : List.of(Shift.HALVED, Shift.DOUBLED)) {
            assertThat(byDefault().limit(REGULAR).flatMap(each -> each.daysUntilAccepted(shift).stream()))
                    .as("verdicts name a change %s after 8 days, or 9 if one of them is in between", shift)
                    .allMatch(days -> days == 8 || days == 9);
            assertThat(byDefault().mapToDouble(each -> each.acceptance(shift)))
                    .as("no alerts after a change %s", shift)
                    .allMatch(days -> days <= 28);
            assertThat(byDefault()
                            .mapToDouble(each -> each.acceptance(shift))
                            .average()
                            .orElseThrow())
                    .isLessThanOrEqualTo(8);
        }
    }

    private Stream<IncidentBenchmark> byDefault() {
        return benchmarks.getOrDefault(Rule.USUAL, List.of()).stream()
                .map(benchmark -> new IncidentBenchmark(benchmark, 2));
    }

    private List<Scores> usual() {
        return scores.getOrDefault(Rule.USUAL, List.of());
    }

    private List<Integer> ordinary(int falseAlarms) {
        return IntStream.concat(
                        IntStream.concat(
                                Arrays.stream(Fault.values())
                                        .mapToInt(fault -> percent(usual().stream()
                                                .mapToDouble(each -> each.detected(fault, each.limit(falseAlarms)))
                                                .average()
                                                .orElseThrow())),
                                IntStream.of(percent(page.detected(Rule.USUAL, falseAlarms)))),
                        usual().stream().mapToInt(each -> percent(each.detected(each.limit(falseAlarms)))))
                .boxed()
                .toList();
    }

    private List<Integer> byItself(double limit) {
        return usual().stream().map(each -> percent(each.detected(limit))).toList();
    }

    private static int percent(double share) {
        return (int) Math.round(100 * share);
    }

    private static List<String> worse(List<Integer> now, List<Integer> before) {
        return IntStream.range(0, before.size())
                .filter(i -> now.get(i) < before.get(i) - 2)
                .mapToObj(i -> now.get(i) + " instead of " + before.get(i))
                .toList();
    }
}
