// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Report;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Resolver of the parameters of tests, lifecycle methods and constructors, by their type. Stateless. */
final class LakeParameters implements ParameterResolver {

    private static final Map<String, Function<LakeFixture, Object>> BY_TYPE = Map.of(
            S3Client.class.getTypeName(),
            LakeFixture::client,
            ExecutionInterceptor.class.getTypeName(),
            fixture -> fixture.lake().recorder(),
            LakeSeed.class.getTypeName(),
            LakeFixture::seed,
            URI.class.getTypeName(),
            fixture -> fixture.lake().endpoint(),
            Region.class.getTypeName(),
            fixture -> fixture.lake().server().region(),
            AwsCredentialsProvider.class.getTypeName(),
            fixture -> fixture.lake().server().credentials(),
            "java.util.Map<java.lang.String, java.lang.String>",
            fixture -> ClientProperties.of(fixture.lake()),
            "java.util.function.Supplier<io.lakecheck.Report>",
            fixture -> (Supplier<Report>) fixture.verifier()::checkForOwnAssertions,
            RecordedMetrics.class.getTypeName(),
            fixture -> fixture.verifier().metrics(),
            Report.class.getTypeName(),
            fixture -> fixture.verifier().report());

    private final ExtensionSettings settings;

    /** Called by JUnit, for the annotations. */
    LakeParameters() {
        this(ExtensionSettings.ANNOTATED);
    }

    LakeParameters(ExtensionSettings settings) {
        this.settings = settings;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return BY_TYPE.containsKey(type(parameter));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Function<LakeFixture, Object> value = BY_TYPE.get(type(parameter));
        if (value == null) {
            throw new ParameterResolutionException("unsupported parameter type: " + type(parameter));
        }
        return value.apply(LakeStore.fixture(settings, context));
    }

    private static String type(ParameterContext parameter) {
        Type type = parameter.getParameter().getParameterizedType();
        return type instanceof ParameterizedType || type instanceof Class<?> ? type.getTypeName() : "";
    }
}
