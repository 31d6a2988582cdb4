// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

/** Thrown if a request failed because the lake is congested. The caller must send the request again later. */
final class CongestedException extends Exception {

    private static final long serialVersionUID = 1;

    CongestedException(Throwable cause) {
        super(cause);
    }
}
