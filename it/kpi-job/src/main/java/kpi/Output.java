// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.nio.file.Path;
import java.time.Duration;

/**
 * A file that is ready to be published.
 *
 * @param name its name in the partition
 * @param content the local file that holds its bytes
 * @param late how much later than usual it is written; only a replay can do that
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
