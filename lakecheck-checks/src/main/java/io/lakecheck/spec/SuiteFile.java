// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Suite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** A suite in a YAML file. */
public final class SuiteFile {

    private SuiteFile() {}

    /**
     * The suite that a file states. Relative locations in it are found from the file's own folder.
     *
     * @param file UTF-8, at most 256 KiB
     * @param variables the value of a variable such as <code>${BUCKET}</code>; empty where it is not set
     * @throws SuiteProblemsException where the file can't be read, is no YAML that is taken, or is wrong as a suite
     */
    public static Suite read(Path file, Function<String, Optional<String>> variables) {
        Path absolute = file.toAbsolutePath();
        Path folder = Optional.ofNullable(absolute.getParent()).orElse(absolute);
        return new SuiteReader(folder, variables).read(YamlFile.read(file), YamlFile.origin(file));
    }

    /**
     * The suite that a text states, which no file holds yet. It may have no variables.
     *
     * @param called what problems call the text
     * @param folder from which relative locations in it are found
     * @throws SuiteProblemsException where it is larger than a file may be, no YAML that is taken, or wrong as a suite
     */
    public static Suite parse(String called, String text, Path folder) {
        Origin origin = Origin.of(called);
        String read = YamlFile.decode(text.getBytes(StandardCharsets.UTF_8), origin);
        return new SuiteReader(folder, name -> Optional.empty()).read(read, origin);
    }
}
