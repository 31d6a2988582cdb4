// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.auth.credentials.AwsCredentials;

/**
 * How other clients are told of a server: Hadoop's S3A, DuckDB, and whatever reads the AWS variables of the
 * environment.
 */
final class ClientProperties {

    private ClientProperties() {}

    /** A new map that the test may change. */
    static Map<String, String> of(LakeServer server) {
        URI endpoint = server.endpoint();
        boolean tls = "https".equals(endpoint.getScheme());
        AwsCredentials login = server.credentials().resolveCredentials();
        String region = server.region().id();
        Map<String, String> properties = new TreeMap<>();
        properties.put("AWS_ENDPOINT_URL", endpoint.toString());
        properties.put("AWS_REGION", region);
        properties.put("AWS_ACCESS_KEY_ID", login.accessKeyId());
        properties.put("AWS_SECRET_ACCESS_KEY", login.secretAccessKey());
        properties.put("fs.s3a.endpoint", endpoint.toString());
        properties.put("fs.s3a.endpoint.region", region);
        properties.put("fs.s3a.access.key", login.accessKeyId());
        properties.put("fs.s3a.secret.key", login.secretAccessKey());
        properties.put("fs.s3a.path.style.access", "true");
        properties.put("fs.s3a.connection.ssl.enabled", Boolean.toString(tls));
        properties.put("s3_endpoint", endpoint.getRawAuthority());
        properties.put("s3_region", region);
        properties.put("s3_access_key_id", login.accessKeyId());
        properties.put("s3_secret_access_key", login.secretAccessKey());
        properties.put("s3_url_style", "path");
        properties.put("s3_use_ssl", Boolean.toString(tls));
        return properties;
    }
}
