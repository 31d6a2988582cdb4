// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

import io.lakecheck.lake.LakeException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if an AWS API can't be called or rejects a request. The message states the problem and the remedy, and is safe
 * to print.
 */
public final class AwsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final LakeException.Reason reason;

    public AwsException(LakeException.Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public LakeException.Reason reason() {
        return reason;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
