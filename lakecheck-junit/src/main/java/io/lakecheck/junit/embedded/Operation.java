// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.io.IOException;

/** An operation of S3. */
@FunctionalInterface
interface Operation {

    /**
     * @throws S3ErrorException if the response is an error
     * @throws IOException if the request's body can't be read
     */
    S3Response run(S3Request request) throws IOException;
}
