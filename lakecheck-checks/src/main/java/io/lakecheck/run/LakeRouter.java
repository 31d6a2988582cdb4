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
 * All the lakes that locations can name, as one: {@code s3:} is S3, everything else is local. S3 is connected to when
 * it is first asked, so that a suite of local folders needs neither region nor credentials, and one that has none hides
 * no other dataset's verdict. Where it can't be connected to, it is not tried again for each partition: finding out may
 * have taken seconds.
 */
final class LakeRouter implements Lake {

    private static final String S3 = "s3:";

    private final Connection connection;
    private final Lake files = new FileLake();
    private @Nullable Lake s3;
    private @Nullable LakeException refusal;

    LakeRouter(Connection connection) {
        this.connection = connection;
    }

    /** @throws LakeException also where S3 can't be connected to */
    @Override
    public void list(KeyRange range, Visitor visitor) {
        at(range.root()).list(range, visitor);
    }

    /** @throws LakeException also where S3 can't be connected to */
    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        at(root).folders(root, path, visitor);
    }

    private Lake at(String root) {
        return root.startsWith(S3) ? s3() : files;
    }

    private synchronized Lake s3() {
        if (refusal != null) {
            throw refusal;
        }
        try {
            s3 = s3 == null ? S3Lake.connect(connection) : s3;
            return s3;
        } catch (LakeException e) {
            refusal = e;
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
