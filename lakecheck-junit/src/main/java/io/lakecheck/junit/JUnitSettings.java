// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The settings of a test run. JUnit's configuration parameters (from the launcher, system properties and
 * {@code junit-platform.properties}, in this order) take precedence over environment variables. The variable for
 * {@code lakecheck.endpoint} is {@code LAKECHECK_ENDPOINT}.
 *
 * @param parameters returns the value of a configuration parameter
 * @param environment returns the value of an environment variable
 */
record JUnitSettings(Function<String, Optional<String>> parameters, Function<String, Optional<String>> environment)
        implements Function<String, Optional<String>> {

    static JUnitSettings of(ExtensionContext context) {
        return new JUnitSettings(context::getConfigurationParameter, name -> Optional.ofNullable(System.getenv(name)));
    }

    /**
     * Returns settings for code that has no extension context. They use system properties as the only configuration
     * parameters.
     */
    static JUnitSettings ofProcess() {
        return new JUnitSettings(
                name -> Optional.ofNullable(System.getProperty(name)),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    @Override
    public Optional<String> apply(String name) {
        return parameters.apply(name).or(() -> ofEnvironment(name));
    }

    /** Returns a phrase for the console that states where the value of a setting comes from. */
    String origin(String name) {
        Optional<String> parameter = parameters.apply(name);
        if (parameter.isEmpty()) {
            return variable(name) + "=" + ofEnvironment(name).orElse("") + " is set";
        }
        String assignment = name + "=" + parameter.get();
        return parameter.equals(Optional.ofNullable(System.getProperty(name)))
                ? "the system property " + assignment + " is set"
                : assignment + " is set in junit-platform.properties or by the launcher";
    }

    /**
     * Returns the values of a setting that differ from the one that applies, for the console, for example
     * {@code LAKECHECK_BACKEND=localstack}.
     *
     * @param applied the value that applies, regardless of its case
     */
    List<String> overridden(String name, String applied) {
        return Stream.of(
                        parameters.apply(name).map(value -> Map.entry(name, value)),
                        ofEnvironment(name).map(value -> Map.entry(variable(name), value)))
                .flatMap(Optional::stream)
                .filter(setting -> !setting.getValue().equalsIgnoreCase(applied))
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
    }

    private Optional<String> ofEnvironment(String name) {
        return environment.apply(name).or(() -> environment.apply(variable(name)));
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
