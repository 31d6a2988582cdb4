// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import software.amazon.awssdk.services.s3.DelegatingS3Client;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * A client that several tests share, because creating one takes milliseconds. Closing the client in a test has no
 * effect.
 */
final class SharedClient extends DelegatingS3Client {

    SharedClient(S3Client client) {
        super(client);
    }

    @Override
    public void close() {
        // Other tests need the client. The server's owner closes it.
    }
}
