// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Suite;
import io.lakecheck.lake.Glob;
import io.lakecheck.spec.Node;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.spec.SuiteReader;
import io.lakecheck.value.Display;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What one {@link LakeCheck} or builder expects of the lake, in words.
 *
 * @param origin where it stands
 * @param words of the suite; empty where it is in a file
 * @param file the suite's file, where there are no words
 * @param datasets names or globs of those that are meant; empty for all
 * @param partition the one to judge; empty for the newest that is due
 * @param asOf the test's now; empty where it follows from the partition, or is really now
 * @param variables that go before the environment's
 */
record Expectation(
        Origin origin,
        Optional<Node> words,
        String file,
        List<String> datasets,
        String partition,
        String asOf,
        Map<String, String> variables) {

    private static final String OWN_BUCKET = "${bucket}";

    /**
     * The suite that is meant.
     *
     * @param environment the value of a variable that the expectation does not say itself
     * @throws ExtensionConfigurationException where the author made a mistake; says what to write instead
     */
    Suite suite(Function<String, Optional<String>> environment) {
        Function<String, Optional<String>> lookup = name -> Optional.ofNullable(variables.get(name))
                .map(value -> withOwnBucket(value, environment))
                .or(() -> environment.apply(name));
        Suite whole;
        try {
            whole = words.map(new SuiteReader(Path.of("").toAbsolutePath(), lookup)::read)
                    .orElseGet(() -> SuiteFile.read(SuitePath.of(file), lookup));
        } catch (SuiteProblemsException e) {
            throw mistake(String.valueOf(e.getMessage()), e);
        }
        return whole.only(this::isMeant)
                .orElseThrow(() -> mistake(
                        "the suite has no dataset " + Display.visible(String.join(", ", datasets)) + "; it has "
                                + whole.datasets().stream()
                                        .map(dataset -> Display.visible(dataset.name()))
                                        .collect(Collectors.joining(", ")),
                        null));
    }

    /**
     * The language doesn't look into values for further variables; whoever moves a suite's lake means a bucket of the
     * test's own.
     */
    private static String withOwnBucket(String value, Function<String, Optional<String>> environment) {
        return value.contains(OWN_BUCKET)
                ? value.replace(OWN_BUCKET, environment.apply("bucket").orElse(""))
                : value;
    }

    /** What to tell an author who made a mistake here. */
    ExtensionConfigurationException mistake(String message, @Nullable Throwable cause) {
        return new ExtensionConfigurationException(origin + ": " + message, cause);
    }

    private boolean isMeant(Dataset dataset) {
        return datasets.isEmpty() || datasets.stream().anyMatch(glob -> Glob.matches(glob, dataset.name()));
    }
}
