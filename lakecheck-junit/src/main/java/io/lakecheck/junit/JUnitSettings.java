// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The settings of a run, in the order of their precedence: JUnit's configuration parameters (those of the launcher,
 * then system properties, then {@code junit-platform.properties}), then the environment, in which
 * {@code lakecheck.endpoint} is {@code LAKECHECK_ENDPOINT}.
 *
 * @param parameters the configuration parameters
 * @param environment the environment variables
 */
record JUnitSettings(Function<String, Optional<String>> parameters, Function<String, Optional<String>> environment)
        implements Function<String, Optional<String>> {

    static JUnitSettings of(ExtensionContext context) {
        return new JUnitSettings(context::getConfigurationParameter, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** Returns settings for code without an extension context: system properties instead of launcher parameters. */
    static JUnitSettings ofProcess() {
        return new JUnitSettings(
                name -> Optional.ofNullable(System.getProperty(name)),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    @Override
    public Optional<String> apply(String name) {
        return parameters.apply(name).or(() -> ofEnvironment(name));
    }

    /** Returns where a setting has its value from, and which value it overrides: one phrase for the console. */
    String origin(String name) {
        String variable = variable(name);
        Optional<String> parameter = parameters.apply(name);
        if (parameter.isEmpty()) {
            return variable + " is set";
        }
        String source = parameter.equals(Optional.ofNullable(System.getProperty(name)))
                ? "the system property " + name + " is set"
                : name + " is set in junit-platform.properties or by the launcher";
        return source
                + ofEnvironment(name)
                        .filter(value -> !parameter.get().equals(value))
                        .map(value -> "; it overrides " + variable + "=" + value)
                        .orElse("");
    }

    private Optional<String> ofEnvironment(String name) {
        return environment.apply(name).or(() -> environment.apply(variable(name)));
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
