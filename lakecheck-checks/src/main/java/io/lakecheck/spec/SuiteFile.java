// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Suite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A reader for suites in YAML. */
public final class SuiteFile {

    private SuiteFile() {}

    /**
     * Reads a suite from a file. Relative locations are resolved against the file's folder.
     *
     * @param file a file in UTF-8 of at most 256 KiB
     * @param variables returns the value of a variable such as <code>${BUCKET}</code>, or empty if it is not set
     * @throws SuiteProblemsException if the file can't be read or is not a valid suite
     */
    public static Suite read(Path file, Variables variables) {
        Path absolute = file.toAbsolutePath();
        Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        return new SuiteReader(folder, variables).read(YamlFile.read(file), YamlFile.origin(file));
    }

    /**
     * Returns the holiday files that a valid suite file refers to, as paths relative to the suite file's folder.
     *
     * @param variables the value of a variable such as <code>${BUCKET}</code>; empty if it is not set
     */
    public static List<String> references(Path file, Variables variables) {
        return HolidayReferences.in(file, variables);
    }

    /**
     * Parses a suite that has not been written to a file yet. Variables in it have no values.
     *
     * @param source the name of the text in messages
     * @param folder the folder that relative locations are resolved against
     * @throws SuiteProblemsException if the text is larger than 256 KiB or not a valid suite
     */
    public static Suite parse(String source, String text, Path folder) {
        return parse(source, text.getBytes(StandardCharsets.UTF_8), folder, name -> Optional.empty());
    }

    /**
     * Parses the content of a suite file that is not on this machine.
     *
     * @param source the name of the file in messages
     * @param content the content in UTF-8, at most 256 KiB
     * @param folder the folder that relative locations are resolved against
     * @param variables the value of a variable such as <code>${BUCKET}</code>; empty if it is not set
     * @throws SuiteProblemsException if the content is larger than 256 KiB or not a valid suite
     */
    public static Suite parse(String source, byte[] content, Path folder, Variables variables) {
        Origin origin = Origin.of(source);
        return new SuiteReader(folder, variables).read(YamlFile.decode(content, origin), origin);
    }
}
