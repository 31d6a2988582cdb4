// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectResponse;
import software.amazon.awssdk.services.s3.model.CopyObjectResult;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/** An interceptor that records the writes of an S3 client in {@link WriteTimes}. */
record WriteRecorder(WriteTimes writeTimes) implements ExecutionInterceptor {

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        SdkResponse response = context.response();
        if (request instanceof PutObjectRequest put && response instanceof PutObjectResponse done) {
            record(put.bucket(), put.key(), done.eTag());
        } else if (request instanceof CopyObjectRequest copy && response instanceof CopyObjectResponse done) {
            CopyObjectResult result = done.copyObjectResult();
            record(copy.destinationBucket(), copy.destinationKey(), result == null ? null : result.eTag());
        } else if (request instanceof CompleteMultipartUploadRequest upload
                && response instanceof CompleteMultipartUploadResponse done) {
            record(upload.bucket(), upload.key(), done.eTag());
        }
    }

    private void record(String bucket, String key, @Nullable String etag) {
        writeTimes.recordWrite("s3://" + bucket + "/" + key, Optional.ofNullable(etag));
    }
}
