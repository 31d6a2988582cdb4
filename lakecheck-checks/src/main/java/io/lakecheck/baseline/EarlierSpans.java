// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Span;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The spans before a checked one, numbered by their distance from it. If data is expected so rarely that there is no
 * weekly pattern, for example only on the last workday of each month, only the expected spans are counted.
 *
 * @param cadence the parameters that depend on how often data is expected
 * @param spans returns the span at a distance; it does not necessarily {@linkplain Span#exists() exist}
 */
record EarlierSpans(Cadence cadence, IntFunction<Span> spans) {

    /** The maximum number of steps back in time when expected spans are searched. */
    private static final int SEARCH = 4_000;

    static EarlierSpans of(Span judged, Calendar calendar) {
        if (!calendar.days().isSparse()) {
            Cadence cadence = Cadence.of(judged.period());
            return new EarlierSpans(cadence, back -> cadence.before(judged, back));
        }
        Cadence cadence = Cadence.PERIODS;
        List<Span> expected = IntStream.rangeClosed(1, SEARCH)
                .mapToObj(back -> step(judged, back))
                .filter(Span::exists)
                .filter(calendar::expects)
                .limit(cadence.window())
                .toList();
        return new EarlierSpans(
                cadence,
                back -> back == 0
                        ? judged
                        : back <= expected.size() ? expected.get(back - 1) : step(judged, SEARCH + back));
    }

    /** Returns an earlier span. Hours are compared with the same hour of other days. */
    private static Span step(Span span, int back) {
        return span.period().isLongerThanDay()
                ? span.step(-back)
                : span.at(span.from().minusDays(back));
    }

    Span at(int back) {
        return spans.apply(back);
    }
}
