// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.run.DatasetSelection;
import io.lakecheck.spec.Node;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.spec.SuiteReader;
import io.lakecheck.spec.Variables;
import io.lakecheck.value.Display;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The content of one {@link LakeCheck} annotation or builder, which has not been parsed yet.
 *
 * @param origin the annotation or builder, for error messages
 * @param nodes the suite's content, or empty if it is in a file
 * @param file the suite file, or empty if {@code nodes} contains the suite
 * @param datasets names or globs of the datasets to check; if empty, all datasets in the suite
 * @param partition the partition to check, or an empty string for the most recent one that is due
 * @param asOf the test's time, or an empty string for the partition's deadline; if no partition is set either, the
 *     current time
 * @param variables values that take precedence over the environment
 */
record Expectation(
        Origin origin,
        Optional<Node> nodes,
        String file,
        List<String> datasets,
        String partition,
        String asOf,
        Map<String, String> variables) {

    private static final String OWN_BUCKET = "${bucket}";

    /** Where variables can be set, for messages. */
    private static final String PLACES = "in 'variables', in the environment or as a configuration parameter of JUnit";

    /**
     * Parses the suite and selects the datasets to check.
     *
     * @param environment returns the values of variables that the expectation does not set itself
     * @throws ExtensionConfigurationException if the annotation or builder contains a mistake
     */
    Suite suite(Function<String, Optional<String>> environment) {
        Suite suite = parse(Variables.in(PLACES, name -> Optional.ofNullable(variables.get(name))
                .map(value -> withOwnBucket(value, environment))
                .or(() -> environment.apply(name))));
        Suite selected = new DatasetSelection(datasets)
                .in(suite)
                .orElseThrow(() ->
                        mistake("no dataset matches '" + Display.visible(String.join(", ", datasets)) + "'. Available: "
                                + suite.datasets().stream()
                                        .map(dataset -> Display.visible(dataset.name()))
                                        .collect(Collectors.joining(", "))
                                + "."));
        selected.datasets().stream().filter(Dataset::isOpen).findFirst().ifPresent(open -> {
            throw mistake("a test can't look up the members of '" + Display.visible(open.name())
                    + "' in the lake. Select a dataset by its full name, with a name in place of *.");
        });
        return selected;
    }

    /** Returns whether the expectation refers to arguments of a parameterized test. */
    boolean needsArguments() {
        return TestArguments.areIn(partition)
                || TestArguments.areIn(asOf)
                || nodes.filter(TestArguments::areIn).isPresent();
    }

    /** @throws ExtensionConfigurationException if the expectation refers to a parameter that the test does not have */
    void requireArguments(TestArguments arguments) {
        Stream.of(partition, asOf)
                .flatMap(text -> TestArguments.firstIn(text).stream())
                .findFirst()
                .ifPresent(name -> {
                    throw mistake("unknown parameter '" + name + "'. "
                            + (arguments.values().isEmpty()
                                    ? "Placeholders for parameters require a @ParameterizedTest."
                                    : "Available: " + arguments.names()
                                            + ". To refer to parameters by name, compile with -parameters."));
                });
    }

    /** Returns a copy with these variables in addition to the existing ones. */
    Expectation with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.putAll(variables);
        return new Expectation(origin, nodes, file, datasets, partition, asOf, all);
    }

    /** Returns a copy in which references to the test's parameters are replaced by their arguments. */
    Expectation with(TestArguments arguments) {
        return new Expectation(
                origin,
                nodes.map(arguments::in),
                file,
                datasets,
                arguments.in(partition),
                arguments.in(asOf),
                variables);
    }

    /** Returns whether the suite can be parsed without errors. */
    boolean isValid(Function<String, Optional<String>> environment) {
        try {
            suite(environment);
            return true;
        } catch (ExtensionConfigurationException e) {
            return false;
        }
    }

    /**
     * Parses the suite and returns it with a run for each dataset to check.
     *
     * @throws ExtensionConfigurationException if the annotation or builder contains a mistake
     */
    CompiledExpectation compile(Function<String, Optional<String>> environment, Clock clock) {
        Suite suite = suite(environment);
        return new CompiledExpectation(
                suite,
                suite.datasets().stream()
                        .map(dataset -> new DatasetRun(this, dataset, clock))
                        .toList());
    }

    private Suite parse(Variables lookup) {
        try {
            return nodes.map(new SuiteReader(Path.of("").toAbsolutePath(), lookup)::read)
                    .orElseGet(() -> SuiteFile.read(SuitePath.of(file).orElseThrow(this::noSuchFile), lookup));
        } catch (SuiteProblemsException e) {
            String text =
                    nodes.isPresent() ? new AnnotationProblems(e.problems()).text() : String.valueOf(e.getMessage());
            throw mistake(text);
        }
    }

    private ExtensionConfigurationException noSuchFile() {
        return mistake("suite file '" + Display.visible(file) + "' not found at "
                + Display.visible(SuitePath.places(file)) + ". Create it, or correct the path.");
    }

    /**
     * Replaces <code>${bucket}</code> in the value of a variable, because the suite language doesn't replace variables
     * in the values of other variables.
     */
    private static String withOwnBucket(String value, Function<String, Optional<String>> environment) {
        return value.contains(OWN_BUCKET)
                ? value.replace(OWN_BUCKET, environment.apply("bucket").orElse(""))
                : value;
    }

    /** Returns an exception for a mistake in the annotation or builder. */
    ExtensionConfigurationException mistake(String message) {
        return new ExtensionConfigurationException(origin + ": " + message);
    }
}
