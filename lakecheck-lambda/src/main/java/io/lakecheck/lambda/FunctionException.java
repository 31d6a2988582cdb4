// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

/** Thrown if an invocation could not complete, or if data could not be checked. The message contains the remedy. */
public final class FunctionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FunctionException(String message) {
        super(message, null, false, false);
    }
}
