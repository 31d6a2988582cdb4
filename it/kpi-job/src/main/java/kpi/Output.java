// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A file to publish as part of a partition.
 *
 * @param name the file's name in the partition
 * @param content the local file that contains its bytes
 * @param late how much later than usual the file is written; zero unless past days are replayed
 */
record Output(String name, Path content, Duration late) {

    Output(String name, Path content) {
        this(name, content, Duration.ZERO);
    }

    Output named(String other) {
        return new Output(other, content, late);
    }

    Output late(Duration by) {
        return new Output(name, content, by);
    }
}
