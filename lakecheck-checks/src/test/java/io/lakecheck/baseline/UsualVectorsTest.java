// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lakecheck.DeltaCheck;
import io.lakecheck.Figure;
import io.lakecheck.Outcome;
import io.lakecheck.Verdict;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks the datasets that specify the baseline {@code usual} as a suite would check them. */
class UsualVectorsTest {

    private static final LocalDate DAY_0 = LocalDate.parse("2025-01-06");

    private static final Map<UsualVectors, List<Integer>> FAILED = new EnumMap<>(Map.of(
            UsualVectors.ONE_BAD_DAY, List.of(140),
            UsualVectors.FIVE_DAY_OUTAGE, List.of(140, 141, 142, 143, 144, 154),
            UsualVectors.TEN_DAY_OUTAGE, days(140, 149),
            UsualVectors.TEN_DAYS_AT_HALF, List.of(140, 141, 142, 143, 144, 145, 146, 147, 150, 151),
            UsualVectors.LEVEL_DOUBLED, List.of(140, 141, 142, 143, 144, 145, 146, 147, 160),
            UsualVectors.LEVEL_3_PERCENT, days(140, 167),
            UsualVectors.NEW_WEEKLY_RHYTHM, List.of(143, 144, 145, 146, 150, 151, 152, 153, 157, 158, 159, 160),
            UsualVectors.NO_HOLIDAY_A_YEAR_AGO, List.of(420)));

    static {
        FAILED.put(
                UsualVectors.THIRTY_DAYS_AT_3_PERCENT,
                IntStream.concat(IntStream.rangeClosed(140, 167), IntStream.of(170, 171))
                        .boxed()
                        .toList());
        FAILED.put(UsualVectors.THREE_WEEKS_ABSENT, days(140, 160));
    }

    @ParameterizedTest
    @EnumSource
    void only_the_specified_days_fail(UsualVectors vector) {
        Map<Integer, Outcome> outcomes = IntStream.rangeClosed(vector.first(), vector.last())
                .boxed()
                .collect(Collectors.toMap(day -> day, day -> judge(vector, day).outcome()));

        assertThat(outcomes.keySet().stream().filter(day -> outcomes.get(day) == Outcome.FAILED))
                .containsExactlyElementsOf(FAILED.getOrDefault(vector, List.of()));
        assertThat(outcomes.keySet().stream().filter(day -> outcomes.get(day) == Outcome.SKIPPED))
                .containsExactlyElementsOf(vector == UsualVectors.YOUNG ? List.of(29, 30) : List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "RHYTHM, 140, 354109288, 441544763",
        "RHYTHM, 145, 131964465, 167629191",
        "FLAT, 140, 376705813, 424734619",
        "ONE_BAD_DAY, 141, 262696636, 341972201",
        "FIVE_DAY_OUTAGE, 142, 270008884, 344521539",
        "FIVE_DAY_OUTAGE, 144, 317555138, 392768554",
        "FIVE_DAY_OUTAGE, 145, 131127717, 165059352",
        "FIVE_DAY_OUTAGE, 154, 350626547, 447781328",
        "TEN_DAY_OUTAGE, 149, 278462851, 344308552",
        "TEN_DAY_OUTAGE, 150, 286151526, 356910918",
        "TEN_DAYS_AT_HALF, 147, 351233984, 445249232",
        "TEN_DAYS_AT_HALF, 148, 132334092, 167677605",
        "TEN_DAYS_AT_HALF, 150, 143119470, 178451381",
        "TEN_DAYS_AT_HALF, 152, 130906769, 162926282",
        "LEVEL_DOUBLED, 148, 529336368, 670710419",
        "LEVEL_DOUBLED, 161, 718406938, 900030266",
        "LEVEL_3_PERCENT, 168, 10619182, 13641598",
        "THIRTY_DAYS_AT_3_PERCENT, 170, 8391156, 10499380",
        "THIRTY_DAYS_AT_3_PERCENT, 172, 312647883, 389889693",
        "NEW_WEEKLY_RHYTHM, 146, 108299993, 136248893",
        "NEW_WEEKLY_RHYTHM, 161, 353681282, 452570896",
        "NEW_WEEKLY_RHYTHM, 164, 55336286, 69624732",
        "GROWTH, 140, 608903643, 773541635",
        "HOLIDAY_A_YEAR_AGO, 420, 93727767, 454410947",
        "NO_HOLIDAY_A_YEAR_AGO, 420, 355291994, 454410947",
        "GAPS, 140, 360085885, 452876024",
        "THREE_WEEKS_ABSENT, 161, 351233984, 445249232",
        "YOUNG, 31, 256373914, 368794764",
        "YOUNG, 35, 347167398, 482960976",
        "LONG_OUTAGE_EARLY_ON, 140, 357822229, 436963075"
    })
    void the_band_is_as_specified_to_the_byte(UsualVectors vector, int day, long low, long high) {
        Verdict verdict = judge(vector, day);

        assertThat(verdict.figures().get(Figure.LOWEST)).isEqualByComparingTo(Long.toString(low));
        assertThat(verdict.figures().get(Figure.HIGHEST)).isEqualByComparingTo(Long.toString(high));
    }

    @ParameterizedTest
    @CsvSource({
        "RHYTHM, 140, 395457535, -0.000101, 0.055168",
        "ONE_BAD_DAY, 147, 394335079, -0.008562, 0.066459",
        "FIVE_DAY_OUTAGE, 145, 148746624, -0.011006, 0.057533",
        "TEN_DAYS_AT_HALF, 148, 150476723, -0.010122, 0.059178",
        "LEVEL_DOUBLED, 148, 601906891, -0.010122, 0.059178",
        "THIRTY_DAYS_AT_3_PERCENT, 172, 353200832, -0.011566, 0.055197",
        "NEW_WEEKLY_RHYTHM, 164, 62752019, -0.010916, 0.057423",
        "GROWTH, 140, 627806850, 0.089087, 0.059830",
        "GAPS, 140, 399785943, 0.010051, 0.057319",
        "YOUNG, 35, 406366401, 0.007616, 0.082532"
    })
    void level_trend_and_spread_are_as_specified(
            UsualVectors vector, int day, long usual, double trend, double spread) {
        Forecast forecast =
                HistoryReplay.of(Cadence.DAYS, vector.window(day), Set.of()).forecast();

        assertThat(Math.round(Math.exp(forecast.usual()))).isEqualTo(usual);
        assertThat(forecast.trend()).isCloseTo(trend, within(0.0000005));
        assertThat(forecast.spread()).isCloseTo(spread, within(0.0000005));
    }

    @ParameterizedTest
    @CsvSource({
        "FIVE_DAY_OUTAGE, 144, '4 days since {140} excluded'",
        "FIVE_DAY_OUTAGE, 145, '5 days since {140} excluded'",
        "FIVE_DAY_OUTAGE, 146, '5 days from {140} to {144} excluded'",
        "TEN_DAYS_AT_HALF, 148, 'accepted new level since {140} (-49 %)'",
        "TEN_DAYS_AT_HALF, 152, 'returned to its level from before {140}'",
        "LEVEL_DOUBLED, 148, 'accepted new level since {140} (+103 %)'",
        "NEW_WEEKLY_RHYTHM, 164, 'accepted new level for Thursdays since {143} (-81 %)'",
        "HOLIDAY_A_YEAR_AGO, 420, '74 % below usual on {56}'"
    })
    void the_verdict_names_what_shaped_the_history(UsualVectors vector, int day, String text) {
        String dated = text;
        for (int named : new int[] {56, 140, 143, 144}) {
            dated = dated.replace("{" + named + "}", DAY_0.plusDays(named).toString());
        }

        assertThat(judge(vector, day).expected()).contains(dated);
    }

    @Test
    void a_quiet_history_is_named_in_a_few_words() {
        assertThat(judge(UsualVectors.RHYTHM, 140).text()).endsWith("; expected 354 to 442 MB (8 Mondays)");
        assertThat(judge(UsualVectors.FIVE_DAY_OUTAGE, 154).text())
                .isEqualTo("203 MB; expected 350 to 448 MB (8 Mondays, recent days -1.1 %; 5 days from 2025-05-26 to"
                        + " 2025-05-30 excluded)");
        assertThat(judge(UsualVectors.YOUNG, 29).text())
                .isEqualTo(
                        "312.3 MB; found 4 Tuesdays (at least 3 required) and 8 comparable days (at least 10 required)");
    }

    private static final Map<UsualVectors, MadeUpHistory> HISTORIES = Arrays.stream(UsualVectors.values())
            .collect(Collectors.toMap(
                    vector -> vector, vector -> MadeUpHistory.daily(DAY_0, vector.last(), vector::bytes)));

    private static Verdict judge(UsualVectors vector, int day) {
        return DeltaCheck.DEFAULT.verdict(
                Objects.requireNonNull(HISTORIES.get(vector)).at(DAY_0.plusDays(day)));
    }

    private static List<Integer> days(int first, int last) {
        return IntStream.rangeClosed(first, last).boxed().toList();
    }
}
