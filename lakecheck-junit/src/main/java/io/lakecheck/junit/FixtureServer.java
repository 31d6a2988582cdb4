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

    /** The server that is not shared. Null if there is none, before it is first needed, and after the run. */
    private @Nullable RunningLake own;

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

    /** Returns a server that is not shared with other tests. Sharing one requires JUnit's context. */
    synchronized RunningLake lake() {
        RunningLake current = own;
        if (current == null) {
            current = endpoint.map(this::at).orElseGet(() -> ServerChoice.of(
                            setup.backend(), setup.image(), JUnitSettings.ofProcess(), Docker::problemOf)
                    .start());
            own = current;
        }
        return current;
    }

    private synchronized RunningLake lake(ExtensionContext context) {
        if (own == null && endpoint.isEmpty()) {
            return LakeStore.lake(setup, context);
        }
        RunningLake current = lake();
        LakeStore.closeAfterRun(this, this::close, context);
        return current;
    }

    private RunningLake at(Supplier<URI> address) {
        EndpointServer server = EndpointServer.at(address.get().toString());
        return ServerChoice.running(credentials.map(server::with).orElse(server), "LakeFixture sets its address");
    }

    private synchronized void close() {
        if (own != null) {
            own.close();
            own = null;
        }
    }
}
