// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * The server of a {@link LakeFixture}. All tests in the run share it, unless its address was needed before JUnit called
 * the extension or is only known at run time. Thread-safe.
 */
final class FixtureServer {

    private final LakeSetup setup;
    private final Optional<Supplier<URI>> endpoint;
    private final Optional<AwsCredentialsProvider> credentials;

    /** Null before it is needed and after the run. */
    private @Nullable RunningLake running;

    /** Whether all tests of the run share the server. A shared server is not closed here. */
    private boolean isShared;

    FixtureServer(LakeSetup setup, Optional<Supplier<URI>> endpoint, Optional<AwsCredentialsProvider> credentials) {
        this.setup = setup;
        this.endpoint = endpoint;
        this.credentials = credentials;
    }

    ExtensionSettings settings(List<Expectation> expectations) {
        List<Expectation> all = List.copyOf(expectations);
        return new ExtensionSettings() {
            @Override
            public LakeSetup setup(ExtensionContext context) {
                return setup;
            }

            @Override
            public RunningLake lake(ExtensionContext context) {
                return FixtureServer.this.lake(context);
            }

            @Override
            public List<Expectation> expectations(ExtensionContext context) {
                return all;
            }
        };
    }

    /**
     * Returns the server. If no test has needed it yet, starts one for this fixture alone: servers can only be shared
     * through JUnit's store, which is not available here. JUnit's configuration parameters are not available either,
     * except system properties.
     */
    synchronized RunningLake lake() {
        RunningLake current = running;
        if (current == null) {
            current = endpoint.map(this::at).orElseGet(() -> ServerChoice.of(
                            setup.backend(), setup.image(), JUnitSettings.ofProcess(), Docker::problemOf)
                    .start());
            running = current;
            isShared = false;
        }
        return current;
    }

    private synchronized RunningLake lake(ExtensionContext context) {
        if (running == null && endpoint.isEmpty()) {
            running = LakeStore.lake(setup, context);
            isShared = true;
        }
        RunningLake current = lake();
        LakeStore.closeAfterRun(this, this::close, context);
        return current;
    }

    private RunningLake at(Supplier<URI> address) {
        String url = address.get().toString();
        EndpointServer server = EndpointServer.at(url);
        return ServerChoice.running(
                credentials.map(server::with).orElse(server),
                ServerSettings.aboutEndpointOfFixture(url, JUnitSettings.ofProcess()));
    }

    private synchronized void close() {
        if (running != null && !isShared) {
            running.close();
        }
        running = null;
    }
}
