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
 * The arguments of a parameterized test. They replace references to parameters, such as <code>{day}</code> or <code>{0}
 * </code>, in {@link LakeCheck#partition}, {@link LakeCheck#asOf} and {@link LakeCheck#location}. In a location, date
 * patterns such as <code>{date}</code> are not references.
 *
 * @param values each argument as a string, by its parameter's name and by its index
 * @param areKnown true if {@code values} contains all arguments, in which case other references stay unchanged; false
 *     if other references are replaced by {@link #PLACEHOLDER}
 */
record TestArguments(Map<String, String> values, boolean areKnown) {

    /** Stands for an argument until the test runs and the argument is known. */
    static final String PLACEHOLDER = "known-when-the-test-runs";

    /** The arguments of a test that has not run yet: each is the {@link #PLACEHOLDER}. */
    static final TestArguments UNKNOWN = new TestArguments(Map.of(), false);

    /** The arguments of a test without parameters. */
    static final TestArguments NONE = new TestArguments(Map.of(), true);

    private static final Pattern NAME = Pattern.compile("(?<!\\$)\\{(\\w+)}");

    /** Matches a reference in a location, in which date patterns don't refer to parameters. */
    static final String IN_LOCATION = "(?<!\\$)\\{(?!(?:date|[yuMLdDHmsQqEeWw]+)})(\\w+)}";

    private static final Pattern LOCATION_NAME = Pattern.compile(IN_LOCATION);

    TestArguments {
        values = Map.copyOf(values);
    }

    /** Returns all names and indexes that can be used, each in braces, separated by commas. */
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

    /**
     * Returns the first reference to a parameter in a string, or empty if there is none. The string must not contain
     * date patterns.
     */
    static Optional<String> firstIn(String text) {
        Matcher name = NAME.matcher(text);
        return name.find() ? Optional.of(name.group()) : Optional.empty();
    }

    /** Returns whether a string refers to parameters. The string must not contain date patterns. */
    static boolean areIn(String text) {
        return firstIn(text).isPresent();
    }

    /** Returns whether a suite contains a location that refers to parameters. */
    static boolean areIn(Node node) {
        return !UNKNOWN.in(node).equals(node);
    }

    /** Returns a string with all references replaced by arguments. The string must not contain date patterns. */
    String in(String text) {
        return NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(value(name)));
    }

    private String value(MatchResult name) {
        return values.getOrDefault(name.group(1), areKnown ? name.group() : PLACEHOLDER);
    }

    private String inLocation(String location) {
        return LOCATION_NAME.matcher(location).replaceAll(name -> Matcher.quoteReplacement(value(name)));
    }

    /** Returns a suite with the references in its locations and in names of datasets replaced by arguments. */
    Node in(Node node) {
        if (!(node instanceof Block block)) {
            return node;
        }
        return new Block(
                block.entries().stream()
                        .map(entry -> new Block.Entry(
                                new Word(
                                        inLocation(entry.name().text()),
                                        entry.name().origin()),
                                entry.name().text().equals("location") && entry.value() instanceof Word location
                                        ? new Word(inLocation(location.text()), location.origin())
                                        : in(entry.value())))
                        .toList(),
                block.origin());
    }
}
