// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowingConsumer;

/** Suites of tests, as if they were in {@code lakecheck.yml} in {@code /lake}. */
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

    /** Returns the problems of an invalid suite. */
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
     * Asserts that a problem is at a place, {@code line:column}, and contains these texts: the word that is wrong, and
     * what matters of the remedy.
     */
    static ThrowingConsumer<String> problem(String place, String... texts) {
        return problem -> Assertions.assertThat(problem)
                .startsWith("lakecheck.yml:" + place + ": ")
                .contains(texts);
    }

    /** Returns a suite of one daily dataset with these checks, each a line such as {@code size: { min: 1 kB }}. */
    static String daily(String... checks) {
        return dataset("s3://refined/kpi/dt={date}/", "", checks);
    }

    /** Returns a suite of one dataset called {@code kpi}, with more keys, such as {@code due: 6h}. */
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
