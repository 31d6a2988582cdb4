// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

/** CloudWatch could not be asked, or did not do as it was told. The message says why and what to do, and is safe to print. */
public final class CloudWatchTrouble extends RuntimeException {

    private static final long serialVersionUID = 1;

    CloudWatchTrouble(String message, Throwable cause) {
        super(message, cause);
    }
}
