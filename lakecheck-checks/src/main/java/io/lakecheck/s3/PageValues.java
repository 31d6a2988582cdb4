// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.value.Display;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Parses the numbers and times on a page. */
final class PageValues {

    /** The format of S3 timestamps, without the optional fraction of a second and the final Z. */
    private static final String SECONDS = "0000-00-00T00:00:00";

    private PageValues() {}

    /** Parses a non-negative number. */
    static long number(TextBuffer text) throws PageException {
        long number = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.at(i) - '0';
            if (digit < 0 || digit > 9 || number > (Long.MAX_VALUE - digit) / 10) {
                throw invalid(text, null);
            }
            number = 10 * number + digit;
        }
        if (text.length() == 0) {
            throw invalid(text, null);
        }
        return number;
    }

    /** Parses an ISO 8601 timestamp. Fractions of a second are discarded. */
    static Instant time(TextBuffer text) throws PageException {
        try {
            return isInSeconds(text)
                    ? Instant.ofEpochSecond(seconds(text))
                    : DateTimeFormatter.ISO_DATE_TIME.parse(text.toString(), Instant::from);
        } catch (DateTimeException e) {
            throw invalid(text, e);
        }
    }

    /**
     * Returns whether this text has the format that S3 uses. This class parses that format itself, because the JDK's
     * parser takes 20 times as long.
     */
    private static boolean isInSeconds(TextBuffer text) {
        int end = text.length() - 1;
        if (end < SECONDS.length() || text.at(end) != 'Z') {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char expected = i < SECONDS.length() ? SECONDS.charAt(i) : i == SECONDS.length() ? '.' : '0';
            if (expected == '0' ? !isDigit(text.at(i)) : text.at(i) != expected) {
                return false;
            }
        }
        return true;
    }

    private static long seconds(TextBuffer text) {
        LocalDate date = LocalDate.of(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10));
        LocalTime time = LocalTime.of(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19));
        return date.toEpochSecond(time, ZoneOffset.UTC);
    }

    private static int digits(TextBuffer text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            number = 10 * number + text.at(i) - '0';
        }
        return number;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static PageException invalid(TextBuffer text, @Nullable Throwable cause) {
        return new PageException("contains an invalid size or time: " + Display.visible(text.toString()), cause);
    }
}
