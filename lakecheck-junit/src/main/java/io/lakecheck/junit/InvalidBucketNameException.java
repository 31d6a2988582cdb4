// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.value.Display;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Thrown if a bucket can't be created because S3 does not allow its name. */
final class InvalidBucketNameException extends ExtensionConfigurationException {

    private static final long serialVersionUID = 1;

    InvalidBucketNameException(String bucket, Throwable cause) {
        super(
                "invalid bucket name '" + Display.visible(bucket)
                        + "'. Use 3 to 63 lowercase letters, digits, dots and hyphens.",
                cause);
    }
}
