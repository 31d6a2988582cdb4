// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;

/** Enters into the {@link WriteTimes} what an injected client has written. */
record WriteLog(WriteTimes ledger) implements ExecutionInterceptor {

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        SdkRequest request = context.request();
        if (request instanceof PutObjectRequest put) {
            written(put.bucket(), put.key());
        } else if (request instanceof CopyObjectRequest copy) {
            written(copy.destinationBucket(), copy.destinationKey());
        } else if (request instanceof CompleteMultipartUploadRequest upload) {
            written(upload.bucket(), upload.key());
        }
    }

    private void written(String bucket, String key) {
        ledger.written("s3://" + bucket + "/" + key);
    }
}
