// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsErrors;
import io.lakecheck.aws.AwsException;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import java.io.UncheckedIOException;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.services.s3.S3Client;

/** Explains why a folder could not be listed. */
record S3Errors(S3Location folder, S3Client client) {

    /**
     * Explains an SDK exception.
     *
     * @throws PageException if the response was incomplete or not XML; a retry may help, but the SDK does not attempt
     *     one
     */
    LakeException explain(RuntimeException e) throws PageException {
        if (isBroken(e) && !AwsErrors.isTimeout(e)) {
            throw new PageException("is incomplete or is not XML", e);
        }
        AwsErrors errors = AwsErrors.of(AwsApi.S3, client.serviceClientConfiguration());
        String region = client.serviceClientConfiguration().region().id();
        AwsException explained = errors.explain(e, new ListRejections(folder, errors.server(), region)::explain);
        return new LakeException(explained.reason(), explained.getMessage(), e);
    }

    private static boolean isBroken(RuntimeException e) {
        return e instanceof UncheckedIOException
                || AwsErrors.find(e, XMLStreamException.class).isPresent();
    }

    static LakeException interrupted(S3Location folder, Throwable cause) {
        return new LakeException(Reason.TIMEOUT, "the run was stopped while " + folder + " was being listed", cause);
    }
}
