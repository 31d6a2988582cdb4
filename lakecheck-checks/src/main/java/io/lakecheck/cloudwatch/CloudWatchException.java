// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.value.Display;

/**
 * Thrown if CloudWatch can't be called or rejects a request. The message names the problem and the remedy and is safe
 * to print.
 */
public final class CloudWatchException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /**
     * @param action the action that failed, starting with a verb, such as {@code list the alarms}
     * @param problem the reason for the failure and the remedy, safe to print
     */
    CloudWatchException(String action, String problem, Throwable cause) {
        super("could not " + Display.visible(action) + ": " + problem, cause);
    }
}
