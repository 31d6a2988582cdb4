// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * Connection settings for clients of a server: properties for Hadoop's S3A and for DuckDB, and {@code AWS_*}
 * environment variables.
 */
final class ClientProperties {

    private ClientProperties() {}

    /** Returns the settings in a new, modifiable map. */
    static Map<String, String> of(RunningLake lake) {
        URI endpoint = lake.endpoint();
        boolean tls = "https".equals(endpoint.getScheme());
        AwsCredentials credentials = lake.server().credentials().resolveCredentials();
        String region = lake.server().region().id();
        Map<String, String> properties = new TreeMap<>();
        properties.put("AWS_ENDPOINT_URL", endpoint.toString());
        properties.put("AWS_REGION", region);
        properties.put("AWS_ACCESS_KEY_ID", credentials.accessKeyId());
        properties.put("AWS_SECRET_ACCESS_KEY", credentials.secretAccessKey());
        properties.put("fs.s3a.endpoint", endpoint.toString());
        properties.put("fs.s3a.endpoint.region", region);
        properties.put("fs.s3a.access.key", credentials.accessKeyId());
        properties.put("fs.s3a.secret.key", credentials.secretAccessKey());
        properties.put("fs.s3a.path.style.access", "true");
        properties.put("fs.s3a.connection.ssl.enabled", Boolean.toString(tls));
        properties.put("s3_endpoint", endpoint.getRawAuthority());
        properties.put("s3_region", region);
        properties.put("s3_access_key_id", credentials.accessKeyId());
        properties.put("s3_secret_access_key", credentials.secretAccessKey());
        properties.put("s3_url_style", "path");
        properties.put("s3_use_ssl", Boolean.toString(tls));
        return properties;
    }
}
