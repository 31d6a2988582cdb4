// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.GeneratedFile;
import io.lakecheck.baseline.DetectionBenchmark.Fault;
import io.lakecheck.baseline.DetectionBenchmark.Rule;
import io.lakecheck.baseline.DetectionBenchmark.Scores;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/judgement.md} what the checks do; {@code -Dlakecheck.update=true} rewrites it. */
class DetectionBenchmarkPageTest {

    private static final Path PAGE = Path.of("..", "docs", "judgement.md");

    private static final int FEW = 1;
    private static final int MORE = 3;

    private static final double STRICTER = 1.4;

    private static final List<SyntheticSeries> SERIES = List.of(
            new SyntheticSeries("steady", 1, 1, 1, 1, 0.05, 1),
            new SyntheticSeries("weekly rhythm", 0.4, 1, 1, 1, 0.06, 2),
            new SyntheticSeries("growing", 0.6, 1.8, 1, 1, 0.06, 3),
            new SyntheticSeries("month end", 0.6, 1.1, 1.6, 1, 0.06, 4),
            new SyntheticSeries("holidays", 0.6, 1.1, 1, 0.4, 0.06, 5),
            new SyntheticSeries("all of it, restless", 0.5, 1.4, 1.3, 0.5, 0.15, 6));

    private static final String HEAD = """
            <!-- SPDX-License-Identifier: Apache-2.0 -->
            # How well the rules judge

            Which baseline should a `delta` use, and is a fixed limit not enough? This page measures it. It is made by a command
            (`./mvnw -pl lakecheck-checks test -Dtest=JudgementPageTest -Dlakecheck.judgement=write`) from the checks themselves, and
            a test holds it to them.

            Six made-up datasets of three years, one partition a day, fixed seeds: a steady one, one with a weekly rhythm, one that
            grows by 80 % a year, one with large month ends, one with ten holidays a year on fixed dates, and one with all of that and
            much noise. The last year is judged. Every day is judged as it is: what rings is a false alarm. Every 15th day is judged
            again with a fault: empty, half, double or nine tenths of its bytes, or half or double for the second day in a row. Each rule
            has the narrowest limit, up and down alike, that keeps to the same number of false alarms on that dataset: so no rule is
            ahead by being allowed to ring more. What rang then is counted, and stands beside what was heard. `fixed limit` is a `size`
            with `min` and `max` around the median of the year before.

            """;

    private static final String TAIL = """

            ## What to make of it

            - An empty or absent day is heard by every rule. A tenth that is missing is hardly heard by any: it is less than what the
              days differ by. Give the job a count of its own to check, if that matters.
            - `usual` hears most at few false alarms, because it knows the weekday, follows growth, knows how restless each weekday
              is, and remembers last year's holidays.
            - It is not ahead everywhere; the second table of each section says where. On the steady dataset, and on those that have
              no more than a weekly rhythm or growth, the best rules hear every day that is empty, halved or doubled, and differ in
              those that are 10 % short: a few of 24 days, and there lean and spread, learnt where there is nothing to learn, are
              noise. On the restless one `median of 4 same-weekday` hears more as soon as more alarms are allowed: what `usual` takes
              for the lean of the last days is mostly noise there too, and the day after a halved or doubled one is partly expected to
              be so as well. That is the price of following growth and slumps.
            - By itself `usual` rings on fewer than one good day in 100. With `deviation: 1.4` it rings on two to five, and hears more
              where days differ much.
            - A fixed limit does well until there is a rhythm or growth: it must then be wide enough for the quietest Sunday and the
              newest day alike. Give one beside `delta` for what can never be right.
            - These datasets are made up: what a real one needs, its own past tells.
            """;

    @Test
    void the_page_says_what_the_checks_do() {
        Map<Rule, List<Scores>> scores = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            scores.put(
                    rule,
                    SERIES.stream()
                            .map(series -> new DetectionBenchmark(rule, series).scores())
                            .toList());
        }
        String page = HEAD + recall(scores, FEW) + "\n" + best(scores, FEW) + "\n" + recall(scores, MORE) + "\n"
                + best(scores, MORE) + "\n" + byItself(of(scores, Rule.USUAL)) + TAIL;

        GeneratedFile.check(PAGE, page);
        for (int falseAlarms : new int[] {FEW, MORE}) {
            assertThat(scores.keySet())
                    .as("ahead at %s of 100", falseAlarms)
                    .filteredOn(rule -> rule != Rule.USUAL)
                    .allSatisfy(rule -> assertThat(heard(of(scores, Rule.USUAL), falseAlarms))
                            .isGreaterThan(heard(of(scores, rule), falseAlarms)));
        }
    }

    private static String recall(Map<Rule, List<Scores>> scores, int falseAlarms) {
        return "## At " + falseAlarms + " false alarm" + (falseAlarms == 1 ? "" : "s") + " in 100 days\n\n"
                + "False alarms in 100 days, and what is heard of each fault, in percent, over all six datasets.\n\n"
                + "| rule | false alarms | "
                + Arrays.stream(Fault.values()).map(Fault::toString).collect(Collectors.joining(" | "))
                + " | all |\n|---|" + "--:|".repeat(Fault.values().length + 2) + "\n"
                + scores.entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | "
                                + alarms(mean(entry.getValue(), each -> each.falseAlarms(each.limit(falseAlarms))))
                                + " | "
                                + Arrays.stream(Fault.values())
                                        .map(fault -> percent(mean(
                                                entry.getValue(), each -> each.heard(fault, each.limit(falseAlarms)))))
                                        .collect(Collectors.joining(" | "))
                                + " | " + percent(heard(entry.getValue(), falseAlarms)) + " |\n")
                        .collect(Collectors.joining());
    }

    private static String best(Map<Rule, List<Scores>> scores, int falseAlarms) {
        StringBuilder table =
                new StringBuilder("| dataset | `usual` hears | the best other rule | hears |\n|---|--:|---|--:|\n");
        for (int i = 0; i < SERIES.size(); i++) {
            int series = i;
            Rule other = scores.keySet().stream()
                    .filter(rule -> rule != Rule.USUAL)
                    .max(Comparator.comparingDouble(
                            rule -> heard(of(scores, rule).get(series), falseAlarms)))
                    .orElseThrow();
            table.append("| ")
                    .append(SERIES.get(i).name())
                    .append(" | ")
                    .append(percent(heard(of(scores, Rule.USUAL).get(i), falseAlarms)))
                    .append(" | ")
                    .append(other)
                    .append(" | ")
                    .append(percent(heard(of(scores, other).get(i), falseAlarms)))
                    .append(" |\n");
        }
        return table.toString();
    }

    /** What users get who say no limit, or the stricter one that the suite's reference names. */
    private static String byItself(List<Scores> usual) {
        StringBuilder table = new StringBuilder("""
                ## What `usual` does by itself

                False alarms in 100 days and what is heard of all faults, in percent, with `deviation: 2`, which is what counts where
                nothing is said, and with `deviation: 1.4`.

                | dataset | false alarms at 2 | heard at 2 | false alarms at 1.4 | heard at 1.4 |
                |---|--:|--:|--:|--:|
                """);
        for (int i = 0; i < SERIES.size(); i++) {
            table.append("| ").append(SERIES.get(i).name());
            for (double deviation : new double[] {SeasonalBaseline.DEFAULT_DEVIATION.doubleValue(), STRICTER}) {
                table.append(" | ")
                        .append(alarms(usual.get(i).falseAlarms(deviation)))
                        .append(" | ")
                        .append(percent(usual.get(i).heard(deviation)));
            }
            table.append(" |\n");
        }
        return table.toString();
    }

    private static double heard(List<Scores> scores, int falseAlarms) {
        return mean(scores, each -> heard(each, falseAlarms));
    }

    private static double heard(Scores scores, int falseAlarms) {
        return scores.heard(scores.limit(falseAlarms));
    }

    private static double mean(List<Scores> scores, ToDoubleFunction<Scores> value) {
        return scores.stream().mapToDouble(value).average().orElseThrow();
    }

    private static List<Scores> of(Map<Rule, List<Scores>> scores, Rule rule) {
        return Objects.requireNonNull(scores.get(rule));
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }

    /** With one digit: how many of a hundred days. */
    private static String alarms(double share) {
        return BigDecimal.valueOf(100 * share).setScale(1, RoundingMode.HALF_UP).toPlainString();
    }
}
