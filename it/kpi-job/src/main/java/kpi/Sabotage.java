// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What goes wrong in real nights, on demand: each breaks one partition on its way to the lake. */
enum Sabotage {
    /** The job found nothing to read and was content: the marker alone. */
    EMPTY {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            return List.of(marker);
        }
    },

    /** Half of the writers died and nobody noticed. */
    HALVED {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            return then(parts.subList(0, parts.size() / 2), marker);
        }
    },

    /** A second run added its files to those of the first one. */
    DOUBLED {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            List<Output> again = parts.stream()
                    .map(part -> part.named("again-" + part.name()))
                    .toList();
            return then(Stream.concat(parts.stream(), again.stream()).toList(), marker);
        }
    },

    /** The job hung for five hours and came at eight. */
    LATE {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            return then(parts, marker).stream()
                    .map(output -> output.late(Duration.ofHours(5)))
                    .toList();
        }
    },

    /** The job died before its last step. */
    NO_MARKER {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            return parts;
        }
    },

    /** A straggler wrote its part after the partition had been declared complete. */
    FILE_AFTER_MARKER {
        @Override
        List<Output> damage(List<Output> parts, Output marker) {
            int last = parts.size() - 1;
            return then(then(parts.subList(0, last), marker), parts.get(last));
        }
    };

    abstract List<Output> damage(List<Output> parts, Output marker);

    /** A target that breaks the partition in one folder, and lets all others through. */
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

    /** As it is written on the command line: {@code file-after-marker}. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Output> then(List<Output> parts, Output last) {
        return Stream.concat(parts.stream(), Stream.of(last)).toList();
    }
}
