// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.aws;

/** The AWS APIs that lakecheck calls, each with the names of the settings for its endpoint and region. */
public enum AwsApi {
    S3("S3", "s3", "AWS_ENDPOINT_URL_S3", "aws.endpointUrlS3", "s3"),
    CLOUDWATCH("CloudWatch", "cloudwatch", "AWS_ENDPOINT_URL_CLOUDWATCH", "aws.endpointUrlCloudWatch", "cloudwatch"),
    SNS("SNS", "sns", "AWS_ENDPOINT_URL_SNS", "aws.endpointUrlSns", "notify"),
    SQS("SQS", "sqs", "AWS_ENDPOINT_URL_SQS", "aws.endpointUrlSqs", "sqs");

    private final String title;
    private final String id;
    private final String endpointVariable;
    private final String endpointProperty;
    private final String section;

    AwsApi(String title, String id, String endpointVariable, String endpointProperty, String section) {
        this.title = title;
        this.id = id;
        this.endpointVariable = endpointVariable;
        this.endpointProperty = endpointProperty;
        this.section = section;
    }

    /** Returns the name of this API in the user's AWS configuration. */
    String id() {
        return id;
    }

    String endpointVariable() {
        return endpointVariable;
    }

    String endpointProperty() {
        return endpointProperty;
    }

    /** Returns the suite key under which this API's endpoint and region are set. */
    String section() {
        return section;
    }

    /** Returns the name as AWS spells it. */
    @Override
    public String toString() {
        return title;
    }
}
