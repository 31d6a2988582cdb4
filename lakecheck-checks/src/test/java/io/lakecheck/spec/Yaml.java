// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowingConsumer;

/** Suites in tests. They are read as if they were in {@code /lake/lakecheck.yml}. */
final class Yaml {

    static final Path BASE = Path.of("/lake");

    private Yaml() {}

    static Suite suite(String yaml) {
        return suite(yaml, Map.of());
    }

    static Suite suite(String yaml, Map<String, String> variables) {
        return reader(variables).read(yaml, Origin.of("lakecheck.yml"));
    }

    static SuiteReader reader(Map<String, String> variables) {
        return new SuiteReader(BASE, name -> Optional.ofNullable(variables.get(name)));
    }

    /** Returns the problems in an invalid suite. */
    static List<String> problems(String yaml) {
        return problems(yaml, Map.of());
    }

    static List<String> problems(String yaml, Map<String, String> variables) {
        SuiteProblemsException thrown =
                Assertions.catchThrowableOfType(SuiteProblemsException.class, () -> suite(yaml, variables));
        Assertions.assertThat(thrown).as("problems of%n%s", yaml).isNotNull();
        return thrown.problems().stream().map(Problem::toString).toList();
    }

    /**
     * Returns an assertion about a problem.
     *
     * @param place the place, as {@code line:column}
     * @param texts the texts that the problem must contain, such as the invalid word and the decisive part of the
     *     remedy
     */
    static ThrowingConsumer<String> problem(String place, String... texts) {
        return problem -> Assertions.assertThat(problem)
                .startsWith("lakecheck.yml:" + place + ": ")
                .contains(texts);
    }

    /**
     * Returns a suite with one daily dataset.
     *
     * @param checks the checks, each as one line such as {@code size: { min: 1 kB }}
     */
    static String daily(String... checks) {
        return dataset("s3://refined/kpi/dt={date}/", "", checks);
    }

    /**
     * Returns a suite with one dataset, which is called {@code kpi}.
     *
     * @param more additional keys, such as {@code due: 6h}
     */
    static String dataset(String location, String more, String... checks) {
        StringBuilder yaml = new StringBuilder("datasets:\n  kpi:\n    location: ").append(location);
        if (!more.isEmpty()) {
            yaml.append("\n    ").append(more.replace("\n", "\n    "));
        }
        yaml.append("\n    checks:");
        for (String check : checks) {
            yaml.append("\n      - ").append(check);
        }
        return yaml.append('\n').toString();
    }
}
