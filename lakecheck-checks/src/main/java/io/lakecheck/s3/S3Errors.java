// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsApi;
import io.lakecheck.aws.AwsErrors;
import io.lakecheck.aws.AwsException;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/** Explains why a folder could not be listed. */
record S3Errors(S3Location folder, S3Client client) {

    /**
     * Explains an SDK exception.
     *
     * @throws PageException if the response was not a complete list of objects; a retry may help, but the SDK does not
     *     attempt one
     */
    LakeException explain(RuntimeException e) throws PageException {
        Optional<PageException> invalid = AwsErrors.find(e, PageException.class);
        if (invalid.isPresent() && !AwsErrors.isTimeout(e)) {
            throw invalid.get();
        }
        AwsErrors errors = AwsErrors.of(AwsApi.S3, client.serviceClientConfiguration());
        String region = client.serviceClientConfiguration().region().id();
        AwsException explained = errors.explain(e, new ListRejections(folder, errors.server(), region)::explain);
        return new LakeException(explained.reason(), explained.getMessage(), e);
    }

    static LakeException interrupted(S3Location folder, Throwable cause) {
        return new LakeException(Reason.TIMEOUT, "the run was stopped while " + folder + " was being listed", cause);
    }
}
