// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Block;
import io.lakecheck.spec.Node;
import io.lakecheck.spec.Word;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The arguments of a parameterized test, which replace <code>{day}</code> or <code>{0}</code> in
 * {@link LakeCheck#partition}, {@link LakeCheck#asOf} and {@link LakeCheck#location}. In a location, dates such as
 * <code>
 * {date}</code> keep their meaning.
 *
 * @param values the arguments by parameter name and by index
 * @param areKnown whether other names are unchanged; otherwise they are replaced by a placeholder
 */
record TestArguments(Map<String, String> values, boolean areKnown) {

    /** Replaces what is only known when a test runs. */
    static final String PLACEHOLDER = "known-when-the-test-runs";

    /** The arguments before a test runs: each one is the {@link #PLACEHOLDER}. */
    static final TestArguments UNKNOWN = new TestArguments(Map.of(), false);

    /** The arguments of a test without parameters. */
    static final TestArguments NONE = new TestArguments(Map.of(), true);

    private static final Pattern NAME = Pattern.compile("(?<!\\$)\\{(\\w+)}");

    /** The names that are dates in locations. */
    private static final Pattern DATE = Pattern.compile("date|[yuMLdDHmsQqEeWw]+");

    TestArguments {
        values = Map.copyOf(values);
    }

    /** Returns the known names and indexes, in braces. */
    String names() {
        return values.keySet().stream().sorted().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }

    static TestArguments of(Method method, List<?> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < arguments.size() && i < parameters.length; i++) {
            String value = String.valueOf(arguments.get(i));
            values.put(String.valueOf(i), value);
            if (parameters[i].isNamePresent()) {
                values.put(parameters[i].getName(), value);
            }
        }
        return new TestArguments(values, true);
    }

    /** Returns the first reference to a parameter in a text that contains no dates; empty if there is none. */
    static Optional<String> firstIn(String text) {
        Matcher name = NAME.matcher(text);
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }

    /** Returns whether a text that contains no dates refers to arguments. */
    static boolean areIn(String text) {
        return firstIn(text).isPresent();
    }

    /** Returns whether a suite has a location that refers to arguments. */
    static boolean areIn(Node node) {
        return !UNKNOWN.in(node).equals(node);
    }

    /** Returns the text with arguments in place of their names; unknown names are unchanged. */
    String in(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(name)));
    }

    private String value(MatchResult name) {
        return values.getOrDefault(name.group(1), areKnown ? name.group() : PLACEHOLDER);
    }

    private String inLocation(String location) {
        return NAME.matcher(location)
                .replaceAll(name ->
                        Matcher.quoteReplacement(DATE.matcher(name.group(1)).matches() ? name.group() : value(name)));
    }

    /** Returns the suite with arguments in place of their names in locations. */
    Node in(Node node) {
        if (!(node instanceof Block block)) {
            return node;
        }
        return new Block(
                block.entries().stream()
                        .map(entry -> new Block.Entry(
                                entry.name(),
                                entry.name().text().equals("location") && entry.value() instanceof Word location
                                        ? new Word(inLocation(location.text()), location.origin())
                                        : in(entry.value())))
                        .toList(),
                block.origin());
    }
}
