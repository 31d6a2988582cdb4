// SPDX-License-Identifier: Apache-2.0
package kpi;

/** Thrown if the command line is invalid. The message describes the problem and how to correct it. */
final class UsageException extends Exception {

    UsageException(String message) {
        super(message);
    }
}
