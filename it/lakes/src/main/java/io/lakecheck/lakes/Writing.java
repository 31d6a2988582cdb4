// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/**
 * When a job writes the files of a period.
 *
 * @param delay the time from the end of the period to the first file; ignored by streams
 * @param jitter the longest additional delay
 * @param isStream whether files are written throughout the period
 * @param late the share of the data that arrives nine hours after the rest
 * @param reruns the share of periods for which the job ran twice
 */
record Writing(Duration delay, Duration jitter, boolean isStream, double late, double reruns) {

    static final Writing STREAM = new Writing(Duration.ofSeconds(40), Duration.ofSeconds(80), true, 0, 0);

    static Writing after(String delay, String jitter) {
        return new Writing(Duration.parse(delay), Duration.parse(jitter), false, 0, 0);
    }

    Writing late(double share) {
        return new Writing(delay, jitter, isStream, share, reruns);
    }

    Writing reruns(double share) {
        return new Writing(delay, jitter, isStream, late, share);
    }

    Instant start(Delivery period, Random random) {
        return period.end().plus(delay).plusSeconds(random.nextLong(jitter.toSeconds() + 1));
    }

    /**
     * Returns the time of a file.
     *
     * @param start the result of {@link #start}
     * @param file the file's number, from 0
     * @param files the number of files
     */
    Instant time(Delivery period, Instant start, int file, int files) {
        if (!isStream) {
            return start.plusSeconds(10L * file);
        }
        Duration length = Duration.between(period.begin(), period.end());
        Duration rest = length.multipliedBy(files - 1L - file).dividedBy(files);
        return start.minus(rest);
    }
}
