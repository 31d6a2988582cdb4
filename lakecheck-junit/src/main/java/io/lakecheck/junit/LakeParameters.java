// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Resolves parameters of tests, lifecycle methods and constructors by their type. Stateless. */
final class LakeParameters implements ParameterResolver {

    private static final Map<String, Function<TestLake, Object>> BY_TYPE = Map.ofEntries(
            entry(S3Client.class, lake -> lake.clients().sync()),
            entry(S3AsyncClient.class, lake -> lake.clients().async()),
            entry(ExecutionInterceptor.class, lake -> lake.lake().recorder()),
            entry(LakeSeed.class, LakeSeed::new),
            entry(URI.class, lake -> lake.lake().endpoint()),
            entry(Region.class, lake -> lake.lake().server().region()),
            entry(AwsCredentialsProvider.class, lake -> lake.lake().server().credentials()),
            Map.entry("java.util.Map<java.lang.String, java.lang.String>", lake -> ClientProperties.of(lake.lake())),
            Map.entry("java.util.function.Supplier<io.lakecheck.Report>", lake ->
                    (Supplier<Report>) lake.verifier()::checkForOwnAssertions),
            entry(RecordedMetrics.class, lake -> lake.verifier().metrics()),
            entry(Report.class, lake -> lake.verifier().report()));

    private static Map.Entry<String, Function<TestLake, Object>> entry(
            Class<?> type, Function<TestLake, Object> value) {
        return Map.entry(type.getTypeName(), value);
    }

    private final ExtensionSettings settings;

    /** JUnit calls this constructor if a test uses lakecheck's annotations. */
    LakeParameters() {
        this(ExtensionSettings.ANNOTATED);
    }

    LakeParameters(ExtensionSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return BY_TYPE.containsKey(type(parameter)) && !isOfSpring(parameter);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Function<TestLake, Object> value = BY_TYPE.get(type(parameter));
        if (value == null) {
            throw new ParameterResolutionException("unsupported parameter type: " + type(parameter));
        }
        return value.apply(LakeStore.fixture(settings, context));
    }

    /** Returns whether Spring resolves the parameter, for example because it is {@code @Autowired}. */
    private static boolean isOfSpring(ParameterContext parameter) {
        return Stream.of(parameter.getParameter().getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().getName().startsWith("org.springframework."));
    }

    private static String type(ParameterContext parameter) {
        Type type = parameter.getParameter().getParameterizedType();
        return type instanceof ParameterizedType || type instanceof Class<?> ? type.getTypeName() : "";
    }
}
