// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * A reader for the text of a YAML file, which must be valid UTF-8 without a byte order mark and at most 256 KiB long.
 */
final class YamlFile {

    static final int LARGEST = 256 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlFile() {}

    /** Returns the text of a file; see {@link SuiteFile#read}. */
    static String read(Path file) {
        Origin origin = origin(file);
        return decode(bytes(file, origin), origin);
    }

    /** Returns the origin of a file as a whole. */
    static Origin origin(Path file) {
        return Origin.of(name(file));
    }

    /**
     * Returns the path relative to the working directory, if possible. Such a path is shorter, and most consoles turn
     * it into a link.
     */
    static String name(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute) : file).toString();
    }

    private static byte[] bytes(Path file, Origin origin) {
        if (Files.isDirectory(file)) {
            throw invalid(
                    origin,
                    "this is a folder, not a suite file",
                    "Specify a file in it, for example " + Display.visible(name(file)) + "/lakecheck.yml");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw invalid(
                    origin,
                    "suite file not found",
                    "Create it, or set lakecheck.suite to the path of an existing suite file");
        } catch (IOException unreadable) {
            throw invalid(
                    origin,
                    "the suite file can't be read",
                    "Check that it is a file and that you have permission to read it");
        }
    }

    static String decode(byte[] bytes, Origin origin) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (bytes.length > LARGEST) {
            throw invalid(end(text, origin), "the file is larger than 256 KiB", "Shorten or split the suite");
        }
        if (result.isError()) {
            throw invalid(end(text, origin), "invalid UTF-8", "Save the file as UTF-8");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw invalid(
                    origin.at(1, 1),
                    "the file starts with a byte order mark",
                    "Save it as UTF-8 without a byte order mark");
        }
        return text;
    }

    /** Returns the position after the last character of {@code text}. */
    private static Origin end(String text, Origin origin) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        return origin.at(lines + 1, text.length() - text.lastIndexOf('\n'));
    }

    private static SuiteProblemsException invalid(Origin origin, String what, String remedy) {
        return new SuiteProblemsException(List.of(new Problem(origin, what, remedy)));
    }
}
