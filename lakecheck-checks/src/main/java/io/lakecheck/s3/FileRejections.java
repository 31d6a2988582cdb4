// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import io.lakecheck.aws.AwsException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.value.Display;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Explains S3's rejection of a request for one file.
 *
 * @param file the file
 * @param verb the purpose of the request, for example {@code reading}
 * @param permission the IAM action that the request needs
 * @param server the name of the server that was called, as shown in messages
 * @param region the region that the request was signed for
 */
record FileRejections(S3Location file, String verb, String permission, String server, String region) {

    /** Returns an explanation, or empty if the response concerns neither the file nor its bucket. */
    Optional<AwsException> explain(AwsServiceException response) {
        if (response.statusCode() != 403 && response.statusCode() != 401) {
            return new ListRejections(file, server, region).explain(response);
        }
        String path = Display.visible(file.bucket() + "/" + file.prefix());
        return Optional.of(new AwsException(
                Reason.DENIED,
                "access denied " + verb + " s3://" + path + ". Grant " + permission + " on arn:aws:s3:::" + path
                        + " to the role that runs lakecheck.",
                response));
    }
}
