// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Connection;
import java.util.List;

/**
 * The words of {@code s3}, and those of them that {@code cloudwatch} shares: how a service is reached. There is none
 * for credentials, which come from the AWS SDK's own chain.
 */
final class ConnectionWords {

    private static final Term<String> ENDPOINT = Term.optional(
            "endpoint",
            new TextType(
                    "address of a server",
                    "an address such as http://localhost:4566, without user or password",
                    "https?://[^@/?#\\s]+/?"),
            "http://localhost:4566",
            "The address of a server that stands in for AWS's own. Without it what the environment says, such as"
                    + " `AWS_ENDPOINT_URL`.");

    private static final Term<String> REGION = Term.optional(
            "region",
            new TextType("AWS region", "a region such as eu-west-1", "[a-z0-9-]+"),
            "eu-west-1",
            "The AWS region. Without it what the environment or the profile says.");

    private static final Term<String> PROFILE = Term.optional(
            "profile",
            TextType.any("name of a profile", "a name such as lake-reader"),
            "lake-reader",
            "A profile of the user's AWS configuration.");

    private static final Term<Boolean> PATH_STYLE = Term.optional(
            "pathStyle",
            BooleanType.TYPE,
            "true",
            "Whether buckets stand in the path instead of the host name, as many S3-compatible servers need it.");

    /** What may be said of any service. */
    static final List<Term<?>> ANY_SERVICE = List.of(ENDPOINT, REGION, PROFILE);

    static final Vocabulary S3 = new Vocabulary(
            "s3",
            "How S3 is reached, where the environment's own settings are not meant."
                    + " Credentials always come from the AWS SDK's own chain.",
            List.of(ENDPOINT, REGION, PROFILE, PATH_STYLE));

    private ConnectionWords() {}

    static Connection make(BlockValues values) {
        return new Connection(
                values.find(ENDPOINT), values.find(REGION), values.find(PROFILE), values.find(PATH_STYLE));
    }
}
