// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.baseline.DetectionBenchmark.Fault;
import io.lakecheck.baseline.DetectionBenchmark.Rule;
import io.lakecheck.baseline.DetectionBenchmark.Scores;
import io.lakecheck.baseline.IncidentBenchmark.Incident;
import io.lakecheck.baseline.IncidentBenchmark.Outcome;
import io.lakecheck.baseline.IncidentBenchmark.Shift;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page that compares the rules for detecting faults.
 *
 * @param scores the scores of each rule on each dataset, without incidents
 * @param incidents the outcomes of each rule on all datasets, with a limit that causes one false alarm in a hundred
 *     days
 * @param shifts the number of days after which each rule accepts a lasting change
 */
record DetectionBenchmarkPage(
        Map<Rule, List<Scores>> scores,
        Map<Rule, Map<Incident, Outcome>> incidents,
        Map<Rule, Map<Shift, Double>> shifts) {

    static final List<SyntheticSeries> SERIES = List.of(
            new SyntheticSeries("steady", 1, 1, 1, 1, 0.05, 1),
            new SyntheticSeries("weekly rhythm", 0.4, 1, 1, 1, 0.06, 2),
            new SyntheticSeries("growing", 0.6, 1.8, 1, 1, 0.06, 3),
            new SyntheticSeries("month end", 0.6, 1.1, 1.6, 1, 0.06, 4),
            new SyntheticSeries("holidays", 0.6, 1.1, 1, 0.4, 0.06, 5),
            new SyntheticSeries("all of it, noisy", 0.5, 1.4, 1.3, 0.5, 0.15, 6));

    private static final int FEW = 1;
    private static final int MORE = 3;

    private static final double DEFAULT = 2;
    private static final double STRICTER = 1.4;

    private static final String HEAD = """
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            # Which baseline detects the most faults?

            For suite authors who choose a baseline for `delta` or question the default. [baselines.md](baselines.md) explains the baselines.

            A test generates this page by running the checks themselves:

                ./mvnw -pl lakecheck-checks test -Dtest=DetectionBenchmarkPageTest -Dlakecheck.update=true

            **Datasets.** Six synthetic daily datasets cover three years each, with fixed seeds: steady; with a weekly rhythm; growing
            by 80% a year; with large month ends; with ten holidays a year on fixed dates; and one with all of that and a lot of noise.
            The last year is checked.

            **Single faults.** Each day is first checked unchanged: any alert is a false alarm. Every 15th day is then checked again with a
            fault: empty, half, double or nine tenths of its bytes, or half or double for the second day in a row.

            **Limits.** Each rule has the narrowest limit, the same in both directions, that stays within the allowed number of false
            alarms on that dataset. So no rule is ahead just because it alerts more often. `fixed limit` is a `size` check with `min`
            and `max` around the median of the year before.

            """;

    private static final String INCIDENTS = """
            ## During and after an incident

            Each dataset has four incidents of each kind; without incidents, each rule has 1 false alarm in 100 days. The columns show the
            percentage of the incident's days that are detected; false alarms in the two weeks after it; and the percentage of single
            faults (half or double) that are detected in the six weeks after it, and on the same days without the incident.

            """;

    private static final String SHIFTS = """
            ## Until a new level is accepted

            The number of days after a permanent change until a rule stops alerting for a week; 42 means that it still alerts after six
            weeks.

            """;

    private static final String TAIL = """

            ## Conclusions

            - Every rule detects an empty or absent day. Hardly any rule detects that a tenth is missing, because normal days differ by
              more than that. If it matters, have the job verify its own row count.
            - `usual` detects the most faults at a low rate of false alarms: it takes the weekday, growth, each weekday's variation and
              last year's holidays into account.
            - It recovers from incidents: an outage does not count as history, so later faults are detected as well as before.
            - By default, it has at most 1 false alarm in 100 days on each dataset; `deviation: 1.4` detects more if days vary a lot.

            ## Where `usual` is not the best

            - **Steady data.** On the steady dataset, and those with only a weekly rhythm or growth, `same weekday` or
              `median of 4 same-weekday` detect a few more of the days that are 10% too small.
            - **Acceptance.** `usual` alerts for about 8 days after a lasting change, and for 28 if less than a third is left. Rules that
              look at only a few days accept a change sooner, including a lasting fault: `previous` detects one day of an outage.
            - **28 days.** An outage of 28 days is accepted on its last day, so the return to normal causes two alerts. The
              fixed limit and `median of 8 same-weekday` with `deviation` cause none, but detect few faults.
            - **A doubled week** hides some faults for a while: on noisy data, some of its days are within the range and count as history.
            - **Special days.** A special day a year ago extends the range, so a fault on that date can pass. This reduces detection on the
              noisy dataset (by default 35% of all faults; without this rule, 46%) and on the one with large month ends.
            - **A fixed limit** never adapts, for better or worse. It works well for data without rhythm and growth. Set one in addition to
              `delta` to rule out sizes that can never be right.
            - **Your data** may differ from these synthetic datasets. Run `lakecheck:backtest` to see how a rule performs on it.
            """;

    String text() {
        return HEAD + recall(FEW) + "\n" + best(FEW) + "\n" + recall(MORE) + "\n" + best(MORE) + "\n" + byItself()
                + "\n"
                + INCIDENTS
                + Arrays.stream(Incident.values()).map(this::incident).collect(Collectors.joining("\n"))
                + "\n" + SHIFTS + shiftTable() + TAIL;
    }

    double detected(Rule rule, int falseAlarms) {
        return mean(of(rule), each -> detected(each, falseAlarms));
    }

    private String recall(int falseAlarms) {
        return "## At " + falseAlarms + " false alarm" + (falseAlarms == 1 ? "" : "s") + " in 100 days\n\n"
                + "False alarms in 100 days and detected faults in percent, over all six datasets.\n\n"
                + head(
                        "rule",
                        Stream.concat(
                                Stream.of("false alarms"),
                                Stream.concat(Arrays.stream(Fault.values()).map(Fault::toString), Stream.of("all"))))
                + scores.keySet().stream()
                        .map(rule -> row(
                                rule.toString(),
                                Stream.of(
                                                Stream.of(decimal(100
                                                        * mean(
                                                                of(rule),
                                                                each -> each.falseAlarms(each.limit(falseAlarms))))),
                                                Arrays.stream(Fault.values())
                                                        .map(fault -> percent(mean(
                                                                of(rule),
                                                                each -> each.detected(
                                                                        fault, each.limit(falseAlarms))))),
                                                Stream.of(percent(detected(rule, falseAlarms))))
                                        .flatMap(cells -> cells)))
                        .collect(Collectors.joining());
    }

    private String best(int falseAlarms) {
        StringBuilder table =
                new StringBuilder("| dataset | `usual` detects | best other rule | detects |\n|---|--:|---|--:|\n");
        for (int i = 0; i < SERIES.size(); i++) {
            int series = i;
            Rule other = scores.keySet().stream()
                    .filter(rule -> rule != Rule.USUAL)
                    .max(Comparator.comparingDouble(rule -> detected(of(rule).get(series), falseAlarms)))
                    .orElseThrow();
            table.append(row(
                    SERIES.get(i).name(),
                    Stream.of(
                            percent(detected(of(Rule.USUAL).get(i), falseAlarms)),
                            other.toString(),
                            percent(detected(of(other).get(i), falseAlarms)))));
        }
        return table.toString();
    }

    private String byItself() {
        StringBuilder table = new StringBuilder("""
                ## `usual` with its own limits

                False alarms in 100 days and detected faults in percent, with `deviation: 2`, the default, and with `deviation: 1.4`.

                """);
        table.append(head(
                "dataset", Stream.of("false alarms at 2", "detected at 2", "false alarms at 1.4", "detected at 1.4")));
        for (int i = 0; i < SERIES.size(); i++) {
            Scores own = of(Rule.USUAL).get(i);
            table.append(row(
                    SERIES.get(i).name(),
                    Stream.of(DEFAULT, STRICTER)
                            .flatMap(limit ->
                                    Stream.of(decimal(100 * own.falseAlarms(limit)), percent(own.detected(limit))))));
        }
        return table.toString();
    }

    private String incident(Incident incident) {
        return "### " + incident + "\n\n"
                + head("rule", Stream.of("days detected", "false alarms after", "faults after", "faults without"))
                + incidents.entrySet().stream()
                        .map(rule -> {
                            Outcome outcome =
                                    Objects.requireNonNull(rule.getValue().get(incident));
                            return row(
                                    rule.getKey().toString(),
                                    Stream.of(
                                            percent(outcome.detected()),
                                            decimal(outcome.falseAlarms()),
                                            percent(outcome.faultsAfter()),
                                            percent(outcome.faultsWithout())));
                        })
                        .collect(Collectors.joining());
    }

    private String shiftTable() {
        return head("rule", Arrays.stream(Shift.values()).map(Shift::toString))
                + shifts.entrySet().stream()
                        .map(rule -> row(
                                rule.getKey().toString(),
                                Arrays.stream(Shift.values())
                                        .map(shift -> decimal(Objects.requireNonNull(
                                                rule.getValue().get(shift))))))
                        .collect(Collectors.joining());
    }

    private static String head(String first, Stream<String> columns) {
        List<String> all = columns.toList();
        return row(first, all.stream()) + "|---|" + "--:|".repeat(all.size()) + "\n";
    }

    private static String row(String first, Stream<String> cells) {
        return Stream.concat(Stream.of(first), cells).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static double detected(Scores scores, int falseAlarms) {
        return scores.detected(scores.limit(falseAlarms));
    }

    private static double mean(List<Scores> scores, ToDoubleFunction<Scores> value) {
        return scores.stream().mapToDouble(value).average().orElseThrow();
    }

    private List<Scores> of(Rule rule) {
        return Objects.requireNonNull(scores.get(rule));
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
