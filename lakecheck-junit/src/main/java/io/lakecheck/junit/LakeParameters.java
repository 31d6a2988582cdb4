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
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** Gives tests, lifecycle methods and constructors the lake in the shape they ask for, by type. Stateless. */
final class LakeParameters implements ParameterResolver {

    private static final Map<String, Function<LakeFixture, Object>> BY_TYPE = Map.of(
            S3Client.class.getTypeName(),
            LakeFixture::client,
            LakeSeed.class.getTypeName(),
            LakeFixture::seed,
            URI.class.getTypeName(),
            fixture -> fixture.running().server().endpoint(),
            Region.class.getTypeName(),
            fixture -> fixture.running().server().region(),
            AwsCredentialsProvider.class.getTypeName(),
            fixture -> fixture.running().server().credentials(),
            "java.util.Map<java.lang.String, java.lang.String>",
            fixture -> ClientProperties.of(fixture.running().server()),
            "java.util.function.Supplier<io.lakecheck.Report>",
            fixture -> (Supplier<Report>) fixture::judgeForOwnAssertions,
            RecordedMetrics.class.getTypeName(),
            LakeFixture::metrics,
            Report.class.getTypeName(),
            LakeFixture::report);

    private final ExtensionSettings plan;

    /** For JUnit, which makes it for the annotations. */
    LakeParameters() {
        this(ExtensionSettings.ANNOTATED);
    }

    LakeParameters(ExtensionSettings plan) {
        this.plan = plan;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return BY_TYPE.containsKey(type(parameter));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Function<LakeFixture, Object> value = BY_TYPE.get(type(parameter));
        if (value == null) {
            throw new ParameterResolutionException("no lake can be given as " + type(parameter));
        }
        return value.apply(LakeStore.fixture(plan, context));
    }

    private static String type(ParameterContext parameter) {
        Type type = parameter.getParameter().getParameterizedType();
        return type instanceof ParameterizedType || type instanceof Class<?> ? type.getTypeName() : "";
    }
}
