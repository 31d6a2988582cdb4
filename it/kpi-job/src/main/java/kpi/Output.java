// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A file to be published as part of a partition.
 *
 * @param name the name of the file in the partition
 * @param content the local file that holds its bytes
 * @param late the delay of its write time; only a replay supports one
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
