// SPDX-License-Identifier: Apache-2.0
package example;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.async.AsyncRequestBody;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.transfer.s3.S3TransferManager;

/** Uploads a day's folder, and then the marker. */
final class UploadJob {

    private static final Logger LOG = LoggerFactory.getLogger(UploadJob.class);

    private final S3AsyncClient s3;

    UploadJob(S3AsyncClient s3) {
        this.s3 = s3;
    }

    void run(Path folder, String day) {
        String prefix = "kpi/dt=" + day;
        try (S3TransferManager transfer =
                S3TransferManager.builder().s3Client(s3).build()) {
            transfer.uploadDirectory(
                            upload -> upload.source(folder).bucket("refined").s3Prefix(prefix))
                    .completionFuture()
                    .join();
        }
        s3.putObject(put -> put.bucket("refined").key(prefix + "/_SUCCESS"), AsyncRequestBody.empty())
                .join();
        LOG.info("uploaded {}", day);
    }
}
