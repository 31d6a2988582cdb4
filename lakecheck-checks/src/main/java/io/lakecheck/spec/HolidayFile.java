// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A file that lists a calendar's holidays. If its name ends with {@code .ics}, it is an iCalendar file. Otherwise it is
 * a text file with one date per line, optionally followed by a name; {@code #} starts a comment. A file without dates
 * is rejected, because it may be a failed download. Messages contain line numbers but never content, because the path
 * may point to a confidential file.
 */
final class HolidayFile {

    static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");

    private static final int MOST_BYTES = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private HolidayFile() {}

    /**
     * Returns the dates in a file.
     *
     * @throws InvalidValueException if the file can't be read or contains anything except all-day events or dates
     */
    static Set<LocalDate> read(String name, Path base) {
        byte[] bytes = bytes(name, base);
        return name.toLowerCase(Locale.ROOT).endsWith(".ics")
                // Not decoded as UTF-8, because line folding may split a character. Everything that matters is ASCII.
                ? HolidayEvents.read(new String(bytes, StandardCharsets.ISO_8859_1))
                : dates(text(bytes));
    }

    private static byte[] bytes(String name, Path base) {
        try (InputStream in = Files.newInputStream(base.resolve(name))) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new InvalidValueException(
                        "the holiday file is larger than 1 MiB", "Remove everything that is not a holiday");
            }
            int begin = Arrays.mismatch(bytes, BYTE_ORDER_MARK) == BYTE_ORDER_MARK.length ? BYTE_ORDER_MARK.length : 0;
            return Arrays.copyOfRange(bytes, begin, bytes.length);
        } catch (NoSuchFileException e) {
            throw new InvalidValueException("the holiday file does not exist", remedy(base));
        } catch (IOException | InvalidPathException e) {
            throw new InvalidValueException("the holiday file can't be read", remedy(base));
        }
    }

    private static String remedy(Path base) {
        return "Set holidays to the path of a readable text or .ics file, relative to "
                + Display.visible(YamlFile.name(base.toAbsolutePath()));
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new InvalidValueException("the holiday file is not valid UTF-8", "Save it as UTF-8");
        }
    }

    private static Set<LocalDate> dates(String text) {
        Set<LocalDate> dates = new HashSet<>();
        String[] lines = LINE_END.split(text, -1);
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].split("#", 2)[0].strip();
            if (!line.isEmpty()) {
                dates.add(date(line.split("\\s", 2)[0], i + 1));
            }
        }
        if (dates.isEmpty()) {
            throw new InvalidValueException(
                    "the holiday file has no dates", "Write one date per line, or remove the key 'holidays'");
        }
        return dates;
    }

    private static LocalDate date(String text, int line) {
        try {
            return DateType.TYPE.value(text);
        } catch (IllegalArgumentException e) {
            throw new InvalidValueException(
                    "line " + line + " of the holiday file does not start with a date",
                    "Expected a date such as 2026-12-25, optionally followed by a space and the holiday's name");
        }
    }
}
