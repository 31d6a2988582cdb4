// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.Assertions;

/** Suites written in tests, as if they stood in {@code lakecheck.yml} in {@code /lake}. */
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

    /** The problems of a suite, each on its line. */
    static List<String> problems(String yaml) {
        return problems(yaml, Map.of());
    }

    static List<String> problems(String yaml, Map<String, String> variables) {
        SuiteProblemsException refused =
                Assertions.catchThrowableOfType(SuiteProblemsException.class, () -> suite(yaml, variables));
        Assertions.assertThat(refused).as("a suite that is refused:%n%s", yaml).isNotNull();
        return refused.problems().stream().map(Problem::toString).toList();
    }

    /** A suite of one daily dataset with these checks, each of them a line such as {@code size: { min: 1 kB }}. */
    static String daily(String... checks) {
        return dataset("s3://refined/kpi/dt={date}/", "", checks);
    }

    /** A suite of one dataset called {@code kpi}; more words of it stand in {@code more}, such as {@code due: 6h}. */
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
