// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.DeltaCheck;
import io.lakecheck.Sentences;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pins the wording of verdicts with the baseline {@code usual}. */
class UsualSentencesTest {

    private static final LocalDate DAY_0 = LocalDate.parse("2025-01-06");

    private final Sentences sentences = new Sentences();

    @Test
    void pins_the_sentences_of_usual() {
        verdict("a usual day", UsualVectors.RHYTHM, 140);
        verdict("too little history", UsualVectors.YOUNG, 29);
        verdict("an open incident", UsualVectors.FIVE_DAY_OUTAGE, 144);
        verdict("an incident that is over", UsualVectors.FIVE_DAY_OUTAGE, 154);
        verdict("a new level", UsualVectors.LEVEL_DOUBLED, 148);
        verdict("a return", UsualVectors.TEN_DAYS_AT_HALF, 152);
        verdict("new levels of weekdays", UsualVectors.NEW_WEEKLY_RHYTHM, 164);
        verdict("a special day a year ago", UsualVectors.HOLIDAY_A_YEAR_AGO, 420);
        verdict("an absent day", UsualVectors.THREE_WEEKS_ABSENT, 140);
        limits("the default limit", Tolerance.DEFAULT);
        limits("a limit on one side", Tolerance.of(TestDays.percent(30), Optional.empty()));
        limits("limits on both sides", Tolerance.of(TestDays.percent(30), TestDays.percent(100)));
        limits("no drop", Tolerance.of(TestDays.percent(0), TestDays.percent(30)));
        limits("no change", Tolerance.of(TestDays.percent(0), TestDays.percent(0)));
        limits(
                "a stricter deviation",
                new Tolerance(Optional.empty(), Optional.empty(), Optional.of(new BigDecimal("1.4")), 0));

        sentences.check("baseline-usual");
    }

    private void verdict(String name, UsualVectors vector, int day) {
        sentences.add(
                name,
                DeltaCheck.DEFAULT
                        .verdict(MadeUpHistory.daily(DAY_0, vector.last(), vector::bytes)
                                .at(DAY_0.plusDays(day)))
                        .text());
    }

    private void limits(String name, Tolerance tolerance) {
        sentences.add(name, SeasonalBaseline.describe(tolerance));
    }
}
