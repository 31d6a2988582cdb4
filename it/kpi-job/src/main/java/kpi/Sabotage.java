// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** A fault that occurs in real nightly runs. It damages a partition before it is published. */
enum Sabotage {
    /** The job found no input but succeeded, so only the marker is written. */
    EMPTY {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            return List.of(marker);
        }
    },

    /** Half of the writers crashed, but the job did not notice. */
    HALVED {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            return append(parts.subList(0, parts.size() / 2), marker);
        }
    },

    /** A second run of the job added its files to those of the first run. */
    DOUBLED {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            List<Output> again = parts.stream()
                    .map(part -> part.named("again-" + part.name()))
                    .toList();
            return append(Stream.concat(parts.stream(), again.stream()).toList(), marker);
        }
    },

    /** The job hung for five hours and finished at 08:00. */
    LATE {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            return append(parts, marker).stream()
                    .map(output -> output.late(Duration.ofHours(5)))
                    .toList();
        }
    },

    /** The job crashed before it wrote the marker. */
    NO_MARKER {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            return parts;
        }
    },

    /** A slow writer wrote its file after the marker. */
    FILE_AFTER_MARKER {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            int last = parts.size() - 1;
            return append(append(parts.subList(0, last), marker), parts.get(last));
        }
    };

    abstract List<Output> damage(List<Output> parts, Output marker);

    /** Returns a target that damages the partition in the given folder, and passes all others on unchanged. */
    Target of(String folder, Target target) {
        return partition -> {
            List<Output> outputs = partition.outputs();
            int last = outputs.size() - 1;
            target.publish(
                    partition.folder().equals(folder)
                            ? partition.with(damage(outputs.subList(0, last), outputs.get(last)))
                            : partition);
        };
    }

    /** Returns the fault's name on the command line, such as {@code file-after-marker}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Output> append(List<Output> parts, Output last) {
        return Stream.concat(parts.stream(), Stream.of(last)).toList();
    }
}
