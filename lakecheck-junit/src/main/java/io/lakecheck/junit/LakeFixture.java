// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * An extension that configures {@link LocalLake} and {@link LakeCheck} in code, for values that are only known at run
 * time, such as the address of a container. Register it with {@link RegisterExtension}.
 *
 * <pre>{@code
 * @RegisterExtension
 * static final LakeFixture LAKE = LakeFixture.on(Backend.EMBEDDED)
 *         .check("s3://refined/kpi/dt={date}/", kpi -> kpi.partition("2026-01-02").size(size -> size.min("1 kB")))
 *         .build();
 * }</pre>
 *
 * <p>JUnit doesn't know the buckets in advance and therefore doesn't lock them. If tests run in parallel, use <code>
 * ${bucket}</code> in locations or add a {@code @ResourceLock}.
 */
public final class LakeFixture
        implements BeforeAllCallback,
                BeforeEachCallback,
                InvocationInterceptor,
                AfterTestExecutionCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver {

    private final FixtureServer server;
    private final LakeCheckExtension extension;
    private final LakeParameters parameters;

    LakeFixture(FixtureServer server, List<Expectation> expectations) {
        this.server = server;
        ExtensionSettings settings = server.settings(expectations);
        this.extension = new LakeCheckExtension(settings);
        this.parameters = new LakeParameters(settings);
    }

    /** Returns a builder for a lake on the given kind of server. */
    public static LakeFixtureBuilder on(Backend backend) {
        return new LakeFixtureBuilder(backend, null);
    }

    /**
     * Returns a builder for a lake on a server whose address is only known at run time, for example
     * {@code LakeFixture.on(() -> container.getEndpoint())}. The server must be running before the first test starts
     * and before {@link #endpoint} is called.
     */
    public static LakeFixtureBuilder on(Supplier<URI> endpoint) {
        return new LakeFixtureBuilder(Backend.ENDPOINT, endpoint);
    }

    /**
     * Returns the server's address, to be passed to the code under test, for example in a
     * {@code @DynamicPropertySource} method of Spring. Starts the server if it is not running. It is stopped at the end
     * of the test run.
     *
     * <p>If this is called before JUnit has called the extension, settings in {@code junit-platform.properties} and of
     * the launcher are not known yet and have no effect. System properties and environment variables have.
     */
    public URI endpoint() {
        return server.lake().endpoint();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        extension.beforeAll(context);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        extension.beforeEach(context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<@Nullable Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        extension.interceptTestTemplateMethod(invocation, method, context);
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        extension.afterTestExecution(context);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        extension.afterEach(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        extension.afterAll(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return !ExtensionSettings.isAnnotated(context) && parameters.supportsParameter(parameter, context);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return parameters.resolveParameter(parameter, context);
    }
}
