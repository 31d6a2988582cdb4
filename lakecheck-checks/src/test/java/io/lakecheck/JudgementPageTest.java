// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Judgement.Fault;
import io.lakecheck.Judgement.Rule;
import io.lakecheck.Judgement.Scores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps {@code docs/judgement.md} what the checks do; {@code -Dlakecheck.judgement=write} writes it anew. */
class JudgementPageTest {

    private static final Path PAGE = Path.of("..", "docs", "judgement.md");

    private static final int FEW = 1;
    private static final int MORE = 3;

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
            again with a fault: empty, half, double or nine tenths of its bytes, or half for the second day in a row. Each rule has the
            narrowest limit, up and down alike, that keeps to the same number of false alarms on that dataset: so no rule is ahead by
            being allowed to ring more. `fixed limit` is a `size` with `min` and `max` around the median of the year before.

            """;

    private static final String TAIL = """

            ## What to make of it

            - An empty or absent day is heard by every rule. A tenth that is missing is hardly heard by any: it is less than what the
              days differ by. Give the job a count of its own to check, if that matters.
            - `usual` hears most at few false alarms, because it knows the weekday, follows growth, knows how restless each weekday
              is, and remembers last year's holidays.
            - It is not ahead everywhere; the second table says where. On a dataset without any rhythm each rule does, also a fixed
              limit. On a restless one `median of 4 same-weekday` hears more as soon as more alarms are allowed: what `usual` takes
              for the lean of the last days is mostly noise there, and the day after a halved day is partly expected to be low too.
              That is the price of following growth and slumps.
            - A fixed limit does well until there is a rhythm or growth: it must then be wide enough for the quietest Sunday and the
              newest day alike. Give one beside `delta` for what can never be right.
            - These datasets are made up: what a real one needs, its own past tells.
            """;

    @Test
    void the_page_says_what_the_checks_do() throws IOException {
        Map<Rule, List<Scores>> scores = new EnumMap<>(Rule.class);
        for (Rule rule : Rule.values()) {
            scores.put(
                    rule,
                    SERIES.stream()
                            .map(series -> new Judgement(rule, series).scores())
                            .toList());
        }
        String page = HEAD + recall(scores, FEW) + "\n" + best(scores, FEW) + "\n" + recall(scores, MORE) + "\n"
                + best(scores, MORE) + TAIL;

        if ("write".equals(System.getProperty("lakecheck.judgement"))) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE))
                .as("write it anew with -Dtest=JudgementPageTest -Dlakecheck.judgement=write")
                .isEqualTo(page);
        for (int falseAlarms : new int[] {FEW, MORE}) {
            assertThat(scores.keySet())
                    .as("ahead at %s of 100", falseAlarms)
                    .filteredOn(rule -> rule != Rule.USUAL)
                    .allSatisfy(rule -> assertThat(mean(of(scores, Rule.USUAL), falseAlarms))
                            .isGreaterThan(mean(of(scores, rule), falseAlarms)));
        }
    }

    private static String recall(Map<Rule, List<Scores>> scores, int falseAlarms) {
        return "## At " + falseAlarms + " false alarm" + (falseAlarms == 1 ? "" : "s") + " in 100 days\n\n"
                + "What is heard of each fault, in percent, over all six datasets.\n\n| rule | "
                + Arrays.stream(Fault.values()).map(Fault::toString).collect(Collectors.joining(" | "))
                + " | all |\n|---|" + "--:|".repeat(Fault.values().length + 1) + "\n"
                + scores.entrySet().stream()
                        .map(entry -> "| " + entry.getKey() + " | "
                                + Arrays.stream(Fault.values())
                                        .map(fault -> percent(entry.getValue().stream()
                                                .mapToDouble(each -> each.heard(fault, falseAlarms))
                                                .average()
                                                .orElseThrow()))
                                        .collect(Collectors.joining(" | "))
                                + " | " + percent(mean(entry.getValue(), falseAlarms)) + " |\n")
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
                            rule -> of(scores, rule).get(series).heard(falseAlarms)))
                    .orElseThrow();
            table.append("| ")
                    .append(SERIES.get(i).name())
                    .append(" | ")
                    .append(percent(of(scores, Rule.USUAL).get(i).heard(falseAlarms)))
                    .append(" | ")
                    .append(other)
                    .append(" | ")
                    .append(percent(of(scores, other).get(i).heard(falseAlarms)))
                    .append(" |\n");
        }
        return table.toString();
    }

    private static double mean(List<Scores> scores, int falseAlarms) {
        return scores.stream()
                .mapToDouble(each -> each.heard(falseAlarms))
                .average()
                .orElseThrow();
    }

    private static List<Scores> of(Map<Rule, List<Scores>> scores, Rule rule) {
        return Objects.requireNonNull(scores.get(rule));
    }

    private static String percent(double share) {
        return Long.toString(Math.round(100 * share));
    }
}
