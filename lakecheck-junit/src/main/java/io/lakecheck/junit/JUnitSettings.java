// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The settings of a run: JUnit's configuration parameters, which include system properties, then the environment, in
 * which {@code lakecheck.endpoint} is {@code LAKECHECK_ENDPOINT}.
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
        return parameters
                .apply(name)
                .or(() -> environment.apply(name))
                .or(() -> environment.apply(name.toUpperCase(Locale.ROOT).replace('.', '_')));
    }
}
