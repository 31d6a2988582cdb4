// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * The AWS SDK's system properties, set to the values for a test server. Closing this object restores the previous
 * values.
 */
final class SdkProperties implements AutoCloseable {

    private final Map<String, @Nullable String> previous = new LinkedHashMap<>();

    private SdkProperties() {}

    /** Sets the properties, so that {@code S3Client.create()} uses the server. */
    static SdkProperties set(RunningLake lake) {
        URI endpoint = lake.endpoint();
        AwsCredentials credentials = lake.server().credentials().resolveCredentials();
        SdkProperties properties = new SdkProperties();
        properties.set("aws.endpointUrl", endpoint.toString());
        properties.set("aws.endpointUrlS3", endpoint.toString());
        properties.set("aws.region", lake.server().region().id());
        properties.set("aws.accessKeyId", credentials.accessKeyId());
        properties.set("aws.secretAccessKey", credentials.secretAccessKey());
        properties.set("aws.sessionToken", null);
        return properties;
    }

    private void set(String name, @Nullable String value) {
        previous.putIfAbsent(name, System.getProperty(name));
        write(name, value);
    }

    private static void write(String name, @Nullable String value) {
        if (value == null) {
            System.clearProperty(name);
        } else {
            System.setProperty(name, value);
        }
    }

    @Override
    public void close() {
        previous.forEach(SdkProperties::write);
    }
}
