// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsErrors;
import java.net.SocketException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Recognizes requests that failed because too many requests were sent. A lake that resets connections before responding
 * to any request is considered unreachable, not congested.
 */
record Congestion(RequestGates gates) {

    static final int TOO_MANY_REQUESTS = 429;
    private static final int SLOW_DOWN = 503;

    boolean causes(Throwable failure) {
        return AwsErrors.find(failure, AwsServiceException.class)
                .map(Congestion::isThrottled)
                .orElseGet(() -> isReset(failure) && gates.hasSucceeded());
    }

    private static boolean isThrottled(AwsServiceException response) {
        return response.isThrottlingException()
                || response.statusCode() == TOO_MANY_REQUESTS
                || response.statusCode() == SLOW_DOWN;
    }

    /**
     * Returns whether the connection was reset. Subclasses of SocketException are excluded, because they mean that no
     * connection was established.
     */
    static boolean isReset(Throwable failure) {
        return !AwsErrors.isTimeout(failure)
                && AwsErrors.find(failure, SocketException.class)
                        .filter(e -> e.getClass() == SocketException.class)
                        .isPresent();
    }
}
