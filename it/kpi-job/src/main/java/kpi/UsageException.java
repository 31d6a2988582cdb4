// SPDX-License-Identifier: Apache-2.0
package kpi;

/** The command line says something that the job cannot do; the message says what to write instead. */
final class UsageException extends Exception {

    UsageException(String message) {
        super(message);
    }
}
