// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/**
 * Creates asynchronous S3 clients. A separate class, because it needs an HTTP client that not all users have on the
 * class path.
 */
final class AsyncClient {

    static final OptionalLibrary LIBRARY =
            new OptionalLibrary("software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient", """
            <dependency>
              <groupId>software.amazon.awssdk</groupId>
              <artifactId>netty-nio-client</artifactId>
              <scope>test</scope>
            </dependency>
            """);

    private AsyncClient() {}

    /** Returns a new client that supports transfer managers. Its writes are recorded. The caller must close it. */
    static S3AsyncClient of(RunningLake lake) {
        LakeServer server = lake.server();
        try {
            return S3AsyncClient.builder()
                    .endpointOverride(server.endpoint())
                    .region(server.region())
                    .credentialsProvider(server.credentials())
                    .forcePathStyle(true)
                    .multipartEnabled(true)
                    .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                    .overrideConfiguration(each -> each.addExecutionInterceptor(lake.recorder()))
                    .build();
        } catch (SdkClientException e) {
            if (!LIBRARY.isPresent()) {
                LIBRARY.require("S3AsyncClient");
            }
            throw new ExtensionConfigurationException("cannot create the S3AsyncClient: " + e.getMessage(), e);
        }
    }
}
