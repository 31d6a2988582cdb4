// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

/**
 * Thrown after a run with broken limits has been published, so that the invocation counts as an error in CloudWatch's
 * metrics. The message is the finding.
 */
public final class ChecksFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ChecksFailedException(String message) {
        super(message, null, false, false);
    }
}
