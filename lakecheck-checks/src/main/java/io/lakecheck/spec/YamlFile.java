// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

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

/** Reads a YAML file within bounds: strict UTF-8, no byte order mark, at most 256 KiB. */
final class YamlFile {

    static final int LARGEST = 256 * 1024;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private YamlFile() {}

    /** The text of a file; see {@link SuiteFile#read}. */
    static String read(Path file) {
        Origin origin = origin(file);
        return decode(bytes(file, origin), origin);
    }

    /** What the file is called in problems. */
    static Origin origin(Path file) {
        return Origin.of(name(file));
    }

    /** A file below the working directory is called by its relative path: short, and a link in most consoles. */
    private static String name(Path file) {
        Path here = Path.of("").toAbsolutePath();
        Path absolute = file.toAbsolutePath().normalize();
        return (absolute.startsWith(here) && !absolute.equals(here) ? here.relativize(absolute) : file).toString();
    }

    private static byte[] bytes(Path file, Origin origin) {
        if (Files.isDirectory(file)) {
            throw refused(origin, "this is a folder", "name the suite file in it");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST + 1);
        } catch (NoSuchFileException e) {
            throw refused(origin, "there is no such file", "write a suite there, or name another file");
        } catch (IOException e) {
            throw refused(origin, "the file can't be read (" + e + ")", "see that it may be read");
        }
    }

    static String decode(byte[] bytes, Origin origin) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (bytes.length > LARGEST) {
            throw refused(end(text, origin), "the file is larger than 256 KiB", "write less, or split the suite");
        }
        if (result.isError()) {
            throw refused(end(text, origin), "this is no UTF-8", "save the file as UTF-8");
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            throw refused(origin.at(1, 1), "the file begins with a byte order mark", "save it as UTF-8 without one");
        }
        return text;
    }

    /** The place behind a text. */
    private static Origin end(String text, Origin origin) {
        int lines = (int) text.chars().filter(c -> c == '\n').count();
        return origin.at(lines + 1, text.length() - text.lastIndexOf('\n'));
    }

    private static SuiteProblemsException refused(Origin origin, String what, String remedy) {
        return new SuiteProblemsException(List.of(new Problem(origin, what, remedy)));
    }
}
