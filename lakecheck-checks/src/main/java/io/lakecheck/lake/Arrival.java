// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import io.lakecheck.partition.Span;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Percentage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The time by which the data of a partition must have been written.
 *
 * @param grace the time after the deadline during which data still counts as in time
 * @param share the share of the bytes that must be in time; if empty, less than {@link #STRAGGLERS} may be late
 * @param through the maximum time from the last write to the end of the period; empty for no limit. Only data that is
 *     written throughout its period, such as a stream, has such a limit.
 */
public record Arrival(Duration grace, Optional<Percentage> share, Optional<Duration> through) {

    /**
     * The share of late bytes from which data counts as late, unless a suite sets another limit. A smaller share may be
     * late.
     */
    public static final Percentage STRAGGLERS = Percentage.of(1);

    /** The share of an even flow that a stream brings at least, even in a quiet hour: one in this many bytes. */
    private static final long QUIET = 20;

    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    public Arrival {
        requireNotNegative("grace", grace);
        through.ifPresent(span -> requireNotNegative("through", span));
        if (share.filter(least ->
                        least.percent().signum() <= 0 || least.percent().compareTo(ALL) > 0)
                .isPresent()) {
            throw new IllegalArgumentException(
                    "arrival must be more than 0 % and at most 100 %, but was " + share.get());
        }
    }

    /** Returns the requirement that nearly all data is written before the deadline plus the given grace period. */
    public static Arrival within(Duration grace) {
        return new Arrival(grace, Optional.empty(), Optional.empty());
    }

    /**
     * Returns whether enough data was written in time.
     *
     * @param timely the bytes that were written in time
     * @param total all bytes
     */
    public boolean accepts(ByteSize timely, ByteSize total) {
        if (timely.bytes() == 0) {
            return false;
        }
        int late = late(timely, total).percent().compareTo(lateLimit().percent());
        return late < 0 || (late == 0 && share.isPresent());
    }

    /**
     * Returns the share of the bytes that may be late. If {@link #share} is empty, the late share must be less than the
     * result.
     */
    public Percentage lateLimit() {
        return share.map(least -> new Percentage(ALL.subtract(least.percent()))).orElse(STRAGGLERS);
    }

    /** Returns the share of the bytes that was not written in time. There must be at least one byte. */
    public static Percentage late(ByteSize timely, ByteSize total) {
        return Percentage.change(BigDecimal.valueOf(total.bytes()), BigDecimal.valueOf(timely.bytes()))
                .negated();
    }

    /** Returns the last moment before the time at which the data of a period must not have ended yet. */
    public Optional<Instant> lastTooEarly(Span span) {
        return through.map(most -> span.end().minus(most).minusNanos(1));
    }

    /**
     * Returns the data that was written too long before the end of its period, if nothing followed it except
     * stragglers; empty if the data reaches the end.
     */
    public Optional<TimelyData> endedEarly(Span span, ObjectStats data) {
        return lastTooEarly(span)
                .flatMap(data::by)
                .filter(early -> early.bytes().bytes() > 0)
                .filter(early -> areStragglers(late(early.bytes(), data.bytes()), span));
    }

    private boolean areStragglers(Percentage late, Span span) {
        Duration most = through.orElseThrow();
        Duration period = Duration.between(span.begin(), span.end());
        return late.percent()
                        .multiply(BigDecimal.valueOf(period.toSeconds() * QUIET))
                        .compareTo(ALL.multiply(BigDecimal.valueOf(most.toSeconds())))
                < 0;
    }

    private static void requireNotNegative(String name, Duration span) {
        if (span.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but was " + span);
        }
    }
}
