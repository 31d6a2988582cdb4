// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Connection;
import java.util.List;

/**
 * The keys in {@code s3}, which set how to connect to S3. Some of them are also valid in {@code cloudwatch} and
 * {@code notify}. There are no keys for credentials, because credentials always come from the AWS SDK's default chain.
 */
final class ConnectionWords {

    private static final Term<String> ENDPOINT = Term.optional(
            "endpoint",
            new EndpointType(),
            "http://localhost:4566",
            "The URL of a server to use instead of AWS, such as LocalStack.",
            "By default, the setting in the environment applies, for example `AWS_ENDPOINT_URL`.");

    private static final Term<String> REGION = Term.optional(
            "region",
            new TextType("AWS region", "a region such as eu-west-1", "[a-z0-9-]+"),
            "eu-west-1",
            "The AWS region.",
            "By default, the region set in the environment or the profile applies.");

    private static final Term<String> PROFILE = Term.optional(
            "profile",
            TextType.any("profile name", "a name such as lake-reader"),
            "lake-reader",
            "A profile from the user's AWS configuration.");

    private static final Term<Boolean> PATH_STYLE = Term.optional(
            "pathStyle",
            BooleanType.TYPE,
            "true",
            "Whether requests contain the bucket name in the path instead of the host name.",
            "Many S3-compatible servers require it.");

    /** The keys that apply to every AWS service. */
    static final List<Term<?>> ANY_SERVICE = List.of(ENDPOINT, REGION, PROFILE);

    static final Vocabulary S3 = new Vocabulary(
            "s3",
            "How to connect to S3. These keys override the settings in the environment. Credentials always come from"
                    + " the AWS SDK's default chain.",
            List.of(ENDPOINT, REGION, PROFILE, PATH_STYLE));

    private ConnectionWords() {}

    static Connection make(BlockValues values) {
        return new Connection(
                values.find(ENDPOINT), values.find(REGION), values.find(PROFILE), values.find(PATH_STYLE));
    }
}
