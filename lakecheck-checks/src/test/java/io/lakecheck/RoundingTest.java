// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.baseline.Tolerance;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import io.lakecheck.value.Limits;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the rounded numbers in a verdict agree with its outcome when they are compared with its limits. */
class RoundingTest {

    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB", "EB");
    private static final int TRIES = 20_000;

    private final Random random = new Random(195_000);

    @Test
    void a_rounded_size_stays_on_its_side_of_every_limit() {
        for (int i = 0; i < TRIES; i++) {
            long bytes = anySize();
            long near = near(bytes);
            long other = near(bytes);

            BigDecimal printed = readSize(new ByteSize(bytes).rounded(new ByteSize(near), new ByteSize(other)));

            assertThat(printed.compareTo(BigDecimal.valueOf(near)))
                    .as("%s printed as %s beside %s", bytes, printed, near)
                    .isEqualTo(Long.compare(bytes, near));
            assertThat(printed.compareTo(BigDecimal.valueOf(other))).isEqualTo(Long.compare(bytes, other));
            assertThat(readSize(new ByteSize(near).exact())).isEqualByComparingTo(BigDecimal.valueOf(near));
        }
    }

    @Test
    void a_rounded_percentage_stays_on_its_side_of_every_limit() {
        for (int i = 0; i < TRIES; i++) {
            BigDecimal before = BigDecimal.valueOf(1 + anySize() / 2);
            Percentage drop = new Percentage(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)));
            Percentage rise = new Percentage(BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(4)));
            BigDecimal now = (random.nextBoolean() ? drop.negated() : rise)
                    .addedTo(before)
                    .setScale(0, java.math.RoundingMode.HALF_EVEN)
                    .add(BigDecimal.valueOf(random.nextInt(5) - 2));

            String text = Percentage.change(before, now).signed(drop.negated(), rise);
            BigDecimal printed = readPercent(text);

            assertThat(printed.compareTo(rise.percent()))
                    .as("%s to %s printed as %s beside %s", before, now, text, rise)
                    .isEqualTo(now.compareTo(rise.addedTo(before)));
            assertThat(printed.compareTo(drop.negated().percent()))
                    .as("%s to %s printed as %s beside -%s", before, now, text, drop)
                    .isEqualTo(now.compareTo(drop.negated().addedTo(before)));
        }
    }

    @Test
    void a_size_verdict_never_contradicts_itself() {
        for (int i = 0; i < 300; i++) {
            long bytes = 1 + anySize() / 2;
            long limit = near(bytes);
            Verdict least = judge(bytes, new Limits(OptionalLong.of(limit), OptionalLong.empty()));
            Verdict most = judge(bytes, new Limits(OptionalLong.empty(), OptionalLong.of(limit)));

            BigDecimal atLeast = readSize(least.expected().replace("at least ", ""));
            BigDecimal atMost = readSize(most.expected().replace("at most ", ""));
            assertThat(measured(least).compareTo(atLeast) >= 0)
                    .as(least.text())
                    .isEqualTo(least.outcome() == Outcome.PASSED);
            assertThat(measured(most).compareTo(atMost) <= 0)
                    .as(most.text())
                    .isEqualTo(most.outcome() == Outcome.PASSED);
        }
    }

    @Test
    void sizes_have_decimal_units_and_one_decimal() {
        assertThat(new ByteSize(0)).hasToString("0 B");
        assertThat(new ByteSize(999)).hasToString("999 B");
        assertThat(new ByteSize(1000)).hasToString("1 kB");
        assertThat(new ByteSize(187_249)).hasToString("187.2 kB");
        assertThat(new ByteSize(187_250)).hasToString("187.3 kB");
        assertThat(new ByteSize(1_048_576)).hasToString("1 MB");
        assertThat(new ByteSize(1_048_576).exact()).isEqualTo("1.048576 MB");
        assertThat(new ByteSize(Long.MAX_VALUE)).hasToString("9.2 EB");
        assertThat(new ByteSize(Long.MAX_VALUE).exact()).isEqualTo("9.223372036854775807 EB");
        assertThat(new ByteSize(1000).exact()).isEqualTo("1 kB");
        assertThat(new ByteSize(1)).isLessThan(new ByteSize(2));
    }

    @Test
    void uses_no_more_decimals_than_needed() {
        BigDecimal third = BigDecimal.ONE.divide(BigDecimal.valueOf(3), 40, java.math.RoundingMode.HALF_EVEN);

        assertThat(Display.round(third)).isEqualByComparingTo("0.3");
        assertThat(Display.round(third, new BigDecimal("0.3"))).isEqualByComparingTo("0.4");
        assertThat(Display.round(third, new BigDecimal("0.3"), new BigDecimal("0.4")))
                .isEqualByComparingTo("0.33");
        assertThat(Display.round(third, new BigDecimal("0.33"), new BigDecimal("0.34")))
                .isEqualByComparingTo("0.333");
        assertThat(Display.round(new BigDecimal("30.04"), new BigDecimal("30.04")))
                .isEqualByComparingTo("30.04");
    }

    @ParameterizedTest
    @CsvSource({
        "-99.98, -99.98 %",
        "-99.9996, -99.9996 %",
        "-99.94, -99.9 %",
        "-100, -100 %",
        "0.04, +0.04 %",
        "0.000321, +0.0003 %",
        "0.06, +0.1 %",
        "100.04, +100.04 %",
        "99.96, +99.96 %",
        "100.06, +100.1 %"
    })
    void only_exact_percentages_are_0_or_100(BigDecimal percent, String text) {
        assertThat(new Percentage(percent).signed()).isEqualTo(text);
        assertThat(new Percentage(percent).unsigned()).isEqualTo(text.substring(1));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, exactly 0 %", "0, 100, 0 % to +100 %", "30, 0, -30 % to 0 %", "30, 100, -30 % to +100 %"})
    void a_limit_of_0_has_no_sign(long drop, long rise, String text) {
        assertThat(Tolerance.of(Optional.of(Percentage.of(drop)), Optional.of(Percentage.of(rise)))
                        .text())
                .isEqualTo(text);
    }

    @Test
    void percentages_have_a_sign_and_limits_are_exact() {
        assertThat(Percentage.of(30)).hasToString("30 %");
        assertThat(new Percentage(new BigDecimal("12.50"))).hasToString("12.5 %");
        assertThat(new Percentage(new BigDecimal("1E+2"))).hasToString("100 %");
        assertThat(Percentage.of(3).signed()).isEqualTo("+3 %");
        assertThat(Percentage.of(-3).signed()).isEqualTo("-3 %");
        assertThat(Percentage.of(0).signed()).isEqualTo("0 %");
        assertThat(new Percentage(new BigDecimal("-0.04")).signed()).isEqualTo("-0.04 %");
        assertThat(new Percentage(new BigDecimal("0.00"))).isEqualTo(Percentage.of(0));
        assertThat(new Percentage(new BigDecimal("12.50"))).isEqualTo(new Percentage(new BigDecimal("12.5")));
    }

    private Verdict judge(long bytes, Limits total) {
        MemoryLake lake = new MemoryLake().put("s3://refined/kpi/dt=2026-01-02/a", bytes, "2026-01-03T05:00:00Z");
        return Datasets.judge(
                lake, Datasets.DUE_AT, Datasets.daily(new SizeCheck(total, Limits.NONE, Limits.NONE, Severity.FAIL)));
    }

    private static BigDecimal measured(Verdict verdict) {
        return readSize(verdict.measured().replace(" in 1 object", ""));
    }

    private static BigDecimal readSize(String text) {
        String[] parts = text.split(" ");
        return new BigDecimal(parts[0]).scaleByPowerOfTen(3 * UNITS.indexOf(parts[1]));
    }

    private static BigDecimal readPercent(String text) {
        return new BigDecimal(text.replace(" %", ""));
    }

    /** Returns a random size. All orders of magnitude, from bytes to petabytes, are equally likely. */
    private long anySize() {
        return random.nextLong() >>> (1 + random.nextInt(62));
    }

    /**
     * Returns a random limit that is close to the size: rounded to one or more digits, as people write it, or a few
     * bytes away.
     */
    private long near(long bytes) {
        long step = (long) Math.pow(10, random.nextInt(19));
        return switch (random.nextInt(3)) {
            case 0 -> bytes;
            case 1 -> Math.max(0, bytes - 2 + random.nextInt(4));
            default -> bytes / step * step;
        };
    }
}
