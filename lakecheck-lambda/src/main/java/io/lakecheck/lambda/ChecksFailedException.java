// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

/**
 * Thrown if checks failed, after the results have been published, so that the invocation counts as an error in
 * CloudWatch's metrics. The message is the first finding that failed.
 */
public final class ChecksFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChecksFailedException(String message) {
        super(message, null, false, false);
    }
}
