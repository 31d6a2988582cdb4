// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Span;
import java.util.Optional;

/** The reasons why an earlier partition is excluded from a baseline. */
public enum Exclusion {
    ABSENT("absent"),
    ONLY_IGNORED("only ignored objects"),
    EMPTY("empty"),
    NO_MARKER("no marker"),
    NOT_FINISHED("contains leftovers from its job"),
    CHANGED_AFTER_MARKER("changed after its marker"),
    NO_BYTES("has 0 bytes"),
    MISSING_PARTS("parts missing"),
    IN_FUTURE("written in the future"),
    OUTSIDE_SIZE_LIMITS("outside the size limits"),
    ODD("marked as odd"),
    BEFORE_LEVEL("before a new level"),
    OUTSIDE_USUAL_RANGE("outside the usual range"),
    EXCEPTED("a holiday or exception date"),
    OUTSIDE_CALENDAR("outside the calendar");

    private final String text;

    Exclusion(String text) {
        this.text = text;
    }

    /** Returns the reason why a calendar expects no data for a span; empty if the calendar expects data. */
    public static Optional<Exclusion> by(Calendar calendar, Span span) {
        if (calendar.expects(span)) {
            return Optional.empty();
        }
        return Optional.of(calendar.isExcepted(span) ? EXCEPTED : OUTSIDE_CALENDAR);
    }

    /** Returns the reason as it appears in verdicts, for example {@code no marker}. */
    @Override
    public String toString() {
        return text;
    }
}
