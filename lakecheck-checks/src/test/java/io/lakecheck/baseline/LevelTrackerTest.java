// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests runs after a hundred days of e^5 bytes. Logarithmic distances of up to 0.2 from that size are usual. */
class LevelTrackerTest {

    private static final double LEVEL = 5;
    private static final Forecast FORECAST = new Forecast(LEVEL, 0, 0.1);

    private final double[] sizes = new double[140];
    private final CountedDays counted = new CountedDays(140);
    private final OutsideDays outside = new OutsideDays(140);
    private LevelTracker levels = new LevelTracker(Cadence.DAYS, sizes, counted, outside);
    private double level = LEVEL;

    LevelTrackerTest() {
        IntStream.range(0, 100).forEach(day -> counted.count(day, LEVEL, 0.01, 0.02));
    }

    @Test
    void eight_days_that_agree_are_a_new_level() {
        assertThat(run(100, 107, day -> 1)).contains(new LevelChange(LevelChange.Kind.NEW_LEVEL, 100, 107, 1));
        assertThat(counted.sizesBefore(108, 1, 108)).hasSize(108).containsOnly(LEVEL + 1);
        assertThat(counted.deviationsSince(100, 108)).hasSize(8).containsOnly(0);
        assertThat(counted.residualsBefore(108, 1, 9)).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 0.02);
    }

    @Test
    void seven_days_are_too_few_and_change_nothing() {
        assertThat(run(100, 106, day -> 1)).isEmpty();
        assertThat(counted.sizesBefore(107, 1, 107)).hasSize(100).containsOnly(LEVEL);
    }

    @Test
    void one_of_the_eight_may_disagree() {
        assertThat(run(100, 107, day -> day == 103 ? 1.5 : 1))
                .map(LevelChange::shift)
                .contains(1.0);
        assertThat(counted.deviationsSince(103, 104)).containsExactly(0.5);
    }

    @Test
    void two_of_the_eight_may_not() {
        assertThat(run(100, 107, day -> day == 103 || day == 104 ? 1.5 : 1)).isEmpty();
    }

    @Test
    void only_the_last_eight_days_decide_and_count() {
        assertThat(run(100, 109, day -> day < 102 ? 2 : 1))
                .contains(new LevelChange(LevelChange.Kind.NEW_LEVEL, 100, 109, 1));
        assertThat(IntStream.range(95, 110).filter(counted::counts))
                .containsExactly(95, 96, 97, 98, 99, 102, 103, 104, 105, 106, 107, 108, 109);
    }

    @Test
    void a_drop_to_a_third_is_accepted_after_eight_days() {
        assertThat(run(100, 107, day -> -Math.log(3))).isPresent();
    }

    @Test
    void a_deeper_drop_takes_28_days() {
        assertThat(run(100, 107, day -> -1.1)).isEmpty();
        assertThat(run(100, 126, day -> -1.1)).isEmpty();
        assertThat(run(100, 127, day -> -1.1)).contains(new LevelChange(LevelChange.Kind.NEW_LEVEL, 100, 127, -1.1));
    }

    @Test
    void days_that_disagree_take_28_days_and_their_median_counts() {
        assertThat(run(100, 126, day -> day % 2)).isEmpty();
        assertThat(run(100, 127, day -> day % 2)).map(LevelChange::shift).contains(0.5);
        assertThat(counted.deviationsSince(126, 128)).containsExactly(0.5, -0.5);
    }

    @Test
    void two_days_at_the_former_level_are_a_return() {
        run(100, 107, day -> 1);
        countUsual(108, 120);

        assertThat(single(120, -0.9)).isEmpty();
        assertThat(single(121, -1.1)).contains(new LevelChange(LevelChange.Kind.RETURN, 100, 121, -1));
        assertThat(counted.sizesBefore(100, 1, 100)).hasSize(100).containsOnly(LEVEL);
        assertThat(IntStream.range(100, 122).filter(counted::counts)).containsExactly(120, 121);
        assertThat(counted.sizesBefore(122, 1, 2)).containsExactly(LEVEL - 0.1, LEVEL + 0.1);
        assertThat(counted.deviationsSince(120, 122)[0]).isCloseTo(-0.1, within(1e-12));
        assertThat(counted.deviationsSince(120, 122)[1]).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void a_day_far_from_the_former_level_interrupts_a_return() {
        run(100, 107, day -> 1);

        assertThat(single(120, -1)).isEmpty();
        assertThat(single(121, -2)).isEmpty();
        assertThat(single(122, -1)).isEmpty();
        assertThat(single(123, -1)).isPresent();
        assertThat(IntStream.range(100, 124).filter(counted::counts)).containsExactly(122, 123);
    }

    @Test
    void a_usual_day_interrupts_a_return() {
        run(100, 107, day -> 1);

        assertThat(single(120, -1)).isEmpty();
        levels.endReturn();
        assertThat(single(121, -1)).isEmpty();
    }

    @Test
    void after_a_return_the_level_that_was_left_is_the_former_one() {
        run(100, 107, day -> 1);
        single(120, -1);
        single(121, -1);
        levels.endReturn();

        assertThat(single(130, 1)).isEmpty();
        assertThat(single(131, 1)).contains(new LevelChange(LevelChange.Kind.RETURN, 120, 131, 1));
        assertThat(counted.sizesBefore(100, 1, 100)).hasSize(100).containsOnly(LEVEL + 1);
    }

    @Test
    void there_is_no_return_before_the_first_change_or_after_a_reset() {
        assertThat(single(90, -1)).isEmpty();
        assertThat(single(91, -1)).isEmpty();

        run(100, 107, day -> 1);
        levels.reset();

        assertThat(single(120, -1)).isEmpty();
        assertThat(single(121, -1)).isEmpty();
    }

    @Test
    void a_weekday_has_a_new_level_in_its_third_week() {
        assertThat(single(100, -0.8)).isEmpty();
        assertThat(single(107, -0.6)).isEmpty();
        assertThat(single(114, -0.7)).contains(new LevelChange(LevelChange.Kind.WEEKDAY, 100, 114, -0.7));
        assertThat(counted.sizesBefore(100, 7, 20)).hasSize(14).containsOnly(LEVEL - 0.7);
        assertThat(counted.sizesBefore(99, 7, 20)).hasSize(14).containsOnly(LEVEL);
        assertThat(counted.sizesBefore(121, 7, 3)).containsExactly(LEVEL - 0.7, LEVEL - 0.6, LEVEL - 0.8);
        assertThat(counted.residualsBefore(121, 7, 1)).containsExactly(0);
    }

    @Test
    void the_three_weeks_must_agree_and_be_on_one_side() {
        single(100, -0.7);
        single(107, -0.7);

        assertThat(single(114, -1)).isEmpty();

        single(101, -0.05);
        single(108, 0.05);

        assertThat(single(115, -0.05)).isEmpty();

        single(102, 0.05);
        single(109, -0.05);

        assertThat(single(116, -0.05)).isEmpty();
    }

    @Test
    void days_of_a_run_that_spans_a_week_give_no_weekday_a_new_level() {
        run(95, 100, day -> -0.7);
        single(107, -0.7);

        assertThat(single(114, -0.7)).isPresent();

        run(95, 101, day -> -0.7);
        single(108, -0.7);

        assertThat(single(115, -0.7)).isEmpty();
    }

    @Test
    void four_weeks_or_months_that_all_agree_are_a_new_level() {
        ofPeriods();

        assertThat(run(100, 102, day -> 1)).isEmpty();
        assertThat(run(100, 103, day -> day == 101 ? 1.3 : 1)).isEmpty();
        assertThat(run(100, 103, day -> 1)).map(LevelChange::accepted).contains(103);
    }

    @Test
    void weeks_and_months_that_disagree_take_eight() {
        ofPeriods();

        assertThat(run(100, 106, day -> day % 2)).isEmpty();
        assertThat(run(100, 107, day -> day % 2)).map(LevelChange::shift).contains(0.5);
    }

    @Test
    void weeks_and_months_have_no_weekdays() {
        ofPeriods();
        single(100, -0.7);
        single(101, -0.7);

        assertThat(single(102, -0.7)).isEmpty();
    }

    private void ofPeriods() {
        levels = new LevelTracker(Cadence.PERIODS, sizes, counted, outside);
    }

    /** Replays a run of consecutive days and returns the change that is accepted on its last day. */
    private Optional<LevelChange> run(int first, int last, IntToDoubleFunction deviations) {
        List<Integer> days = IntStream.rangeClosed(first, last).boxed().toList();
        for (int day : days) {
            double deviation = deviations.applyAsDouble(day);
            sizes[day] = level + deviation;
            outside.add(day, Math.signum(deviation), deviation);
            counted.withdraw(day);
        }
        Optional<LevelChange> change = levels.change(new IncidentRun(1, days), FORECAST);
        level += change.filter(other -> other.kind() != LevelChange.Kind.WEEKDAY)
                .map(LevelChange::shift)
                .orElse(0.0);
        return change;
    }

    private Optional<LevelChange> single(int day, double deviation) {
        return run(day, day, other -> deviation);
    }

    private void countUsual(int first, int end) {
        IntStream.range(first, end).forEach(day -> counted.count(day, level, 0, 0));
    }
}
