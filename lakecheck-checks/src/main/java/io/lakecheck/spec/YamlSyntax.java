// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.util.List;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Messages about invalid YAML. */
final class YamlSyntax {

    private YamlSyntax() {}

    /**
     * Rejects characters that YAML does not allow. The parser would reject them too, but would not report the line.
     *
     * @throws SuiteProblemsException if there is such a character
     */
    static void rejectUnprintable(String text, Origin source) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < text.length(); i++, column++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                column = 0;
            } else if (isUnprintable(c)) {
                throw new SuiteProblemsException(List.of(new Problem(
                        source.at(line, column),
                        "invalid character " + Display.visible(String.valueOf(c)),
                        "Remove it")));
            }
        }
    }

    private static boolean isUnprintable(char c) {
        boolean control = Character.isISOControl(c) && c != '\t' && c != '\r' && c != 0x85;
        return control || c >= 0xFFFE || c == '\uFEFF';
    }

    static String describe(String message) {
        return "invalid YAML: " + (isAboutTab(message) ? "a tab is used for indentation" : Display.visible(message));
    }

    private static boolean isAboutTab(String message) {
        return message.contains("TAB") || message.contains("\t");
    }

    /** Returns what to do about a syntax error. */
    static String remedy(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (isAboutTab(problem)) {
            return "Indent with spaces instead of tabs";
        }
        if (problem.contains("mapping values are not allowed")) {
            return "Align the line with the lines around it, and quote strings that contain a colon followed by a"
                    + " space";
        }
        return "Check the indentation, close all brackets and quotes, and quote strings that contain braces or other"
                + " special characters";
    }
}
