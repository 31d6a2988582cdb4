// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Interceptor that records the writes of an injected client in the {@link WriteTimes}. */
record WriteRecorder(WriteTimes writeTimes) implements ExecutionInterceptor {

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (request instanceof PutObjectRequest put) {
            record(put.bucket(), put.key());
        } else if (request instanceof CopyObjectRequest copy) {
            record(copy.destinationBucket(), copy.destinationKey());
        } else if (request instanceof CompleteMultipartUploadRequest upload) {
            record(upload.bucket(), upload.key());
        }
    }

    private void record(String bucket, String key) {
        writeTimes.recordWrite("s3://" + bucket + "/" + key);
    }
}
