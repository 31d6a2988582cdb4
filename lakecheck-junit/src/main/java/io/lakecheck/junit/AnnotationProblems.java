// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Problem;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Describes the problems in an annotation. Remedies for problems in a suite are written in YAML syntax; this class
 * translates them into annotation syntax.
 *
 * @param problems at least one problem; all are in the same annotation
 */
record AnnotationProblems(List<Problem> problems) {

    /** A setting in YAML syntax. */
    private static final Pattern SETTING = Pattern.compile(
            "\\b(min|max|drop|rise|maxAge|marker|atLeast|against|days|strays): ([\\w%]+(?: (?:[kMGT]i?B|of n)\\b)?)");

    /** Returns the problems as text, without their origin, which is the same for all of them. */
    String text() {
        return problems.size() == 1
                ? text(problems.get(0))
                : problems.size() + " problems:"
                        + problems.stream()
                                .map(problem -> "\n- " + text(problem))
                                .collect(Collectors.joining());
    }

    private static String text(Problem problem) {
        if (problem.what().startsWith("missing key 'checks'")) {
            return "no checks given. Add at least one, for example size = @Size(min = \"1 kB\") or recency ="
                    + " @Recency(marker = \"_SUCCESS\").";
        }
        String remedy = SETTING.matcher(problem.remedy()).replaceAll("$1 = \"$2\"");
        String text = problem.what() + (remedy.isEmpty() ? "" : ". " + remedy);
        return text.endsWith(".") || text.endsWith("?") ? text : text + ".";
    }
}
