// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parsed command line.
 *
 * @param lake the directory that contains the lake
 * @param from the first day
 * @param to the last day, inclusive
 * @param breakage the day to break and what goes wrong on it, if any
 */
record Arguments(Path lake, LocalDate from, LocalDate to, Optional<Breakage> breakage) {

    static final String USAGE =
            "usage: --lake DIR [--from 2026-01-01] [--to 2026-01-31] [--break dt=2026-01-31:halved]";

    private static final List<String> OPTIONS = List.of("--lake", "--from", "--to", "--break");

    static Arguments parse(String... words) throws UsageException {
        Map<String, String> options = options(words);
        String lake = options.get("--lake");
        if (lake == null) {
            throw new UsageException("required option --lake is missing");
        }
        String broken = options.getOrDefault("--break", "none");
        Arguments arguments = new Arguments(
                path(lake),
                date("--from", options.getOrDefault("--from", "2026-01-01")),
                date("--to", options.getOrDefault("--to", "2026-01-31")),
                broken.equals("none") ? Optional.empty() : Optional.of(Breakage.parse(broken)));
        if (arguments.days().findAny().isEmpty()) {
            throw new UsageException("--to " + arguments.to + " is before --from " + arguments.from + ". Swap them");
        }
        if (arguments.breakage.isPresent()
                && arguments.days().noneMatch(arguments.breakage.get().date()::equals)) {
            throw new UsageException("--break " + broken + " is out of range: expected a day from " + arguments.from
                    + " to " + arguments.to);
        }
        return arguments;
    }

    /** Returns all days from the first to the last. */
    Stream<LocalDate> days() {
        return from.isAfter(to) ? Stream.empty() : from.datesUntil(to.plusDays(1));
    }

    static LocalDate date(String option, String text) throws UsageException {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UsageException(option + ": '" + text + "' is not a date. Write it as 2026-01-31");
        }
    }

    private static Path path(String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("--lake: '" + text + "' is not a valid path: " + e.getReason());
        }
    }

    private static Map<String, String> options(String... words) throws UsageException {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            if (!OPTIONS.contains(words[i])) {
                throw new UsageException(
                        "unknown option " + words[i] + ". Valid options: " + String.join(", ", OPTIONS));
            }
            if (i + 1 == words.length) {
                throw new UsageException("the value of " + words[i] + " is missing");
            }
            if (options.put(words[i], words[i + 1]) != null) {
                throw new UsageException("duplicate option " + words[i] + ". Remove one of them");
            }
        }
        return options;
    }
}
