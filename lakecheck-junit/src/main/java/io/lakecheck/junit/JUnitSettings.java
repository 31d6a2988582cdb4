// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a run was told: JUnit's configuration parameters, among which are the system properties, then the environment,
 * where {@code lakecheck.endpoint} is {@code LAKECHECK_ENDPOINT}.
 *
 * @param parameters configuration parameters
 * @param environment variables
 */
record JUnitSettings(Function<String, Optional<String>> parameters, Function<String, Optional<String>> environment)
        implements Function<String, Optional<String>> {

    static JUnitSettings of(ExtensionContext context) {
        return new JUnitSettings(context::getConfigurationParameter, name -> Optional.ofNullable(System.getenv(name)));
    }

    /** For where JUnit gives no context: without the parameters of its launcher. */
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
