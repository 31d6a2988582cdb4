// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Connection;
import java.util.List;

/**
 * The keys of {@code s3}, some of which {@code cloudwatch} and {@code notify} share: how to connect to an AWS service.
 * Credentials have no keys, because they always come from the default chain of the AWS SDK.
 */
final class ConnectionWords {

    private static final Term<String> ENDPOINT = Term.optional(
            "endpoint",
            new TextType(
                    "endpoint",
                    "a URL such as http://localhost:4566, without user or password",
                    "https?://[^@/?#\\s]+/?"),
            "http://localhost:4566",
            "The URL of a server to use instead of AWS, such as LocalStack.",
            "Defaults to the environment, for example `AWS_ENDPOINT_URL`.");

    private static final Term<String> REGION = Term.optional(
            "region",
            new TextType("AWS region", "a region such as eu-west-1", "[a-z0-9-]+"),
            "eu-west-1",
            "The AWS region.",
            "Defaults to the region set in the environment or the profile.");

    private static final Term<String> PROFILE = Term.optional(
            "profile",
            TextType.any("profile name", "a name such as lake-reader"),
            "lake-reader",
            "A profile from the user's AWS configuration.");

    private static final Term<Boolean> PATH_STYLE = Term.optional(
            "pathStyle",
            BooleanType.TYPE,
            "true",
            "Whether to address buckets by path instead of by host name.",
            "Many S3-compatible servers require it.");

    /** The keys that apply to any service. */
    static final List<Term<?>> ANY_SERVICE = List.of(ENDPOINT, REGION, PROFILE);

    static final Vocabulary S3 = new Vocabulary(
            "s3",
            "How to connect to S3, if the settings of the environment do not apply."
                    + " Credentials always come from the default chain of the AWS SDK.",
            List.of(ENDPOINT, REGION, PROFILE, PATH_STYLE));

    private ConnectionWords() {}

    static Connection make(BlockValues values) {
        return new Connection(
                values.find(ENDPOINT), values.find(REGION), values.find(PROFILE), values.find(PATH_STYLE));
    }
}
