// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import java.time.LocalDateTime;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;

/**
 * The names of the objects that a job writes for one period, as patterns of {@link String#format}. The arguments are: 1
 * the start of the period, 2 the number of the file, 3 the part, 4 letters that can't be predicted, 5 the end of the
 * period, 6 and 7 the year and number of the ISO week, 8 the quarter, 9 the time of the run as HHmmss, 10 the month
 * without a leading zero.
 *
 * @param data the pattern for data
 * @param markers the patterns for markers; those with argument 3 are written once for each part
 * @param others the patterns for bookkeeping
 * @param parts the parts, largest first; a single blank part if partitions have no parts
 * @param files the number of files in each part
 * @param skew how much smaller the later parts are than the first one: 0 if all are equal
 * @param flag the pattern for an object that exists only while the job is running; blank if there is none
 */
record Names(
        String data, List<String> markers, List<String> others, List<String> parts, int files, int skew, String flag) {

    private static final String BUCKET = "s3://lake/";

    static Names of(String data, int files) {
        return new Names(data, List.of(), List.of(), List.of(""), files, 2, "");
    }

    Names marker(String... patterns) {
        return new Names(data, List.of(patterns), others, parts, files, skew, flag);
    }

    Names others(String... patterns) {
        return new Names(data, markers, List.of(patterns), parts, files, skew, flag);
    }

    Names parts(String... names) {
        return new Names(data, markers, others, List.of(names), files, skew, flag);
    }

    Names evenParts(String... names) {
        return new Names(data, markers, others, List.of(names), files, 0, flag);
    }

    /** Returns the size of a part in relation to the first one. */
    double weight(int part) {
        return Math.pow(part + 1, -skew);
    }

    Names flag(String pattern) {
        return new Names(data, markers, others, parts, files, skew, pattern);
    }

    /** Returns whether a job that runs twice leaves the files of both runs. */
    boolean areUnique() {
        return data.contains("%2$") || data.contains("%4$");
    }

    static String render(String pattern, LocalDateTime from, LocalDateTime to, int file, String part, int run) {
        String letters = String.format(Locale.ROOT, "%08x", (pattern + from + file + part).hashCode() * 0x9E3779B1);
        return BUCKET
                + String.format(
                        Locale.ROOT,
                        pattern,
                        from,
                        file,
                        part,
                        letters,
                        to,
                        from.get(IsoFields.WEEK_BASED_YEAR),
                        from.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                        from.get(IsoFields.QUARTER_OF_YEAR),
                        run,
                        from.getMonthValue(),
                        to.minusDays(1),
                        from.plusMonths(9));
    }
}
