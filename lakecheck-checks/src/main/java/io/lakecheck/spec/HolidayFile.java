// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * A file of holidays: iCalendar if its name ends with {@code .ics}, else text with one date a line, behind which a name may stand and where
 * {@code #} begins a remark. Messages tell its lines by number and never show them: it may be any file.
 */
final class HolidayFile {

    private static final long MOST_BYTES = 1 << 20;

    private HolidayFile() {}

    /** @throws Refusal where it can't be read or something else than whole days stands in it */
    static Set<LocalDate> read(String name, Path base) {
        String text = text(name, base);
        return name.toLowerCase(Locale.ROOT).endsWith(".ics") ? HolidayEvents.read(text) : lines(text);
    }

    private static String text(String name, Path base) {
        try {
            Path file = base.resolve(name);
            if (Files.size(file) > MOST_BYTES) {
                throw new Refusal("the file of holidays is larger than 1 MiB", "give it the holidays alone");
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException | InvalidPathException e) {
            throw new Refusal(
                    "the file of holidays can't be read (" + e.getClass().getSimpleName() + ")",
                    "write the path of a text or .ics file in UTF-8, as seen from the suite's folder");
        }
    }

    private static Set<LocalDate> lines(String text) {
        Set<LocalDate> dates = new HashSet<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].split("#", 2)[0].strip();
            if (!line.isEmpty()) {
                dates.add(date(line.split("\\s", 2)[0], i + 1));
            }
        }
        return dates;
    }

    private static LocalDate date(String text, int line) {
        if (!text.matches(Dates.TYPE.regex())) {
            throw new Refusal(
                    "line " + line + " of the file of holidays begins with no date",
                    "write one such as 2026-12-25, and what it is behind it");
        }
        return Dates.TYPE.parse(text);
    }
}
