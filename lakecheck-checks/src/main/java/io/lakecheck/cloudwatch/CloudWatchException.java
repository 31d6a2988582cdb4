// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.value.Display;

/**
 * CloudWatch could not be asked, or did not do as it was told. The message says why and what to do, and is safe to
 * print.
 */
public final class CloudWatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private CloudWatchException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * What could not be done, and why.
     *
     * @param what begins with a verb
     */
    static CloudWatchException at(String what, String why, Throwable cause) {
        return new CloudWatchException("could not " + Display.visible(what) + ": " + why, cause);
    }
}
