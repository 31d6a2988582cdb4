// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.delivery.Connection;
import io.lakecheck.file.FileLake;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeException;
import io.lakecheck.s3.S3Lake;
import org.jspecify.annotations.Nullable;

/**
 * A lake that reads locations starting with {@code s3:} from S3, and all others from the local file system. It connects
 * to S3 on first use, so that a suite with only local folders needs neither a region nor credentials, and so that local
 * datasets can be checked even if the connection fails. After a failure it doesn't try to connect again, because each
 * attempt may take seconds.
 */
final class LakeRouter implements Lake {

    private static final String S3 = "s3:";

    private final Connection connection;
    private final Lake files = new FileLake();
    private @Nullable Lake s3;
    private @Nullable LakeException connectFailure;

    LakeRouter(Connection connection) {
        this.connection = connection;
    }

    /** @throws LakeException also if the connection to S3 fails */
    @Override
    public void list(KeyRange range, Visitor visitor) {
        route(range.root()).list(range, visitor);
    }

    /** @throws LakeException also if the connection to S3 fails */
    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        route(root).folders(root, path, visitor);
    }

    /** @throws LakeException also if the connection to S3 fails */
    @Override
    public boolean isSorted(String root) {
        return route(root).isSorted(root);
    }

    /** @throws LakeException also if the connection to S3 fails */
    @Override
    public boolean isSeekable(String root) {
        return route(root).isSeekable(root);
    }

    private Lake route(String root) {
        return root.startsWith(S3) ? s3() : files;
    }

    private synchronized Lake s3() {
        if (connectFailure != null) {
            throw connectFailure;
        }
        try {
            s3 = s3 == null ? S3Lake.connect(connection) : s3;
            return s3;
        } catch (LakeException e) {
            connectFailure = e;
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        files.close();
        if (s3 != null) {
            s3.close();
        }
    }
}
