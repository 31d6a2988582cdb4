// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Tests how the replay treats days of unusual size. Usual days have a size of 100. */
class HistoryReplayTest {

    private static final double USUAL = Math.log(100);

    @Test
    void one_or_two_outliers_count() {
        LearnedHistory learned = replay(day -> day == 130 || day == 131 ? 3 : 100);

        assertThat(learned.counted().counts(130)).isTrue();
        assertThat(learned.incidents()).isEmpty();
        assertThat(learned.exclusion(140 - 130)).isEmpty();
    }

    @Test
    void three_outliers_are_an_incident_and_do_not_count() {
        LearnedHistory learned = replay(day -> day >= 130 && day < 133 ? 3 : 100);

        assertThat(learned.incidents()).extracting(IncidentRun::days).containsExactly(List.of(130, 131, 132));
        assertThat(learned.openRun()).isEmpty();
        assertThat(learned.counted().counts(131)).isFalse();
        assertThat(learned.exclusion(140 - 131)).contains(Exclusion.OUTSIDE_USUAL_RANGE);
        assertThat(learned.forecast()).isEqualTo(replay(day -> 100).forecast());
    }

    @Test
    void days_without_data_do_not_interrupt_a_run() {
        LearnedHistory learned = replay(day -> day == 136 || day == 138 ? 0 : day >= 135 ? 3 : 100);

        assertThat(learned.openRun()).map(IncidentRun::days).contains(List.of(135, 137, 139));
    }

    @Test
    void a_usual_day_ends_a_run() {
        LearnedHistory learned = replay(day -> day == 136 || day == 138 || day == 139 ? 3 : 100);

        assertThat(learned.openRun()).isEmpty();
        assertThat(learned.incidents()).isEmpty();
    }

    @Test
    void eight_days_that_agree_are_a_new_level() {
        assertThat(replay(day -> day >= 133 ? 200 : 100).changes()).isEmpty();

        LearnedHistory learned = replay(day -> day >= 132 ? 200 : 100);

        assertThat(learned.changes()).hasSize(1);
        assertThat(learned.changes().get(0).kind()).isEqualTo(LevelChange.Kind.NEW_LEVEL);
        assertThat(learned.changes().get(0).since()).isEqualTo(132);
        assertThat(learned.changes().get(0).accepted()).isEqualTo(139);
        assertThat(learned.forecast().usual()).isEqualTo(Math.log(200));
        assertThat(learned.openRun()).isEmpty();
    }

    @Test
    void a_drop_to_less_than_a_third_takes_28_days() {
        assertThat(replay(day -> day >= 113 ? 3 : 100).changes()).isEmpty();
        assertThat(replay(day -> day >= 112 ? 3 : 100).changes()).hasSize(1);
        assertThat(replay(day -> day >= 112 ? 3 : 100).forecast().usual()).isCloseTo(Math.log(3), within(1e-12));
    }

    @Test
    void days_that_do_not_agree_take_28_days() {
        IntToDoubleFunction wild = day -> day % 2 == 0 ? 200 : 900;

        assertThat(replay(day -> day >= 113 ? wild.applyAsDouble(day) : 100).changes())
                .isEmpty();
        assertThat(replay(day -> day >= 112 ? wild.applyAsDouble(day) : 100).changes())
                .hasSize(1);
    }

    @Test
    void two_days_at_the_former_level_are_a_return() {
        LearnedHistory learned = replay(day -> day >= 120 && day < 130 ? 50 : 100);

        assertThat(learned.changes())
                .extracting(LevelChange::kind)
                .containsExactly(LevelChange.Kind.NEW_LEVEL, LevelChange.Kind.RETURN);
        assertThat(learned.changes().get(1).accepted()).isEqualTo(131);
        assertThat(learned.forecast().usual()).isEqualTo(USUAL);
        assertThat(learned.counted().counts(125)).isFalse();
        assertThat(learned.counted().counts(130)).isTrue();
    }

    @Test
    void the_third_week_gives_a_weekday_a_new_level() {
        LearnedHistory learned = replay(day -> day >= 120 && day % 7 == 3 ? 50 : 100);

        assertThat(learned.changes()).extracting(LevelChange::kind).containsOnly(LevelChange.Kind.WEEKDAY);
        assertThat(learned.changes().get(0).accepted()).isEqualTo(136);
        assertThat(learned.changes().get(0).since()).isEqualTo(122);
    }

    @Test
    void a_declared_level_forgets_the_sizes_before() {
        LearnedHistory learned = HistoryReplay.of(Cadence.DAYS, sizes(day -> day < 112 ? 3 : 100), Set.of(112));

        assertThat(learned.forecast().usual()).isEqualTo(USUAL);
        assertThat(learned.exclusion(140 - 111)).contains(Exclusion.BEFORE_LEVEL);
        assertThat(learned.incidents()).isEmpty();
    }

    @Test
    void a_declared_level_may_start_on_the_day_after_the_window() {
        LearnedHistory learned = HistoryReplay.of(Cadence.DAYS, sizes(day -> 100), Set.of(140));

        assertThat(learned.forecast().hasLevel()).isFalse();
        assertThat(learned.alike()).isZero();
        assertThat(learned.compared()).isEqualTo(28);
    }

    private static LearnedHistory replay(IntToDoubleFunction amounts) {
        return HistoryReplay.of(Cadence.DAYS, sizes(amounts), Set.of());
    }

    private static double[] sizes(IntToDoubleFunction amounts) {
        double[] sizes = new double[Cadence.DAYS.window()];
        Arrays.setAll(
                sizes, day -> amounts.applyAsDouble(day) == 0 ? Double.NaN : Math.log(amounts.applyAsDouble(day)));
        return sizes;
    }
}
