// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.junit.embedded.EmbeddedS3;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.s3.S3Lake;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The embedded server as a lake. Objects are listed without requests, because requests would take most of the time of a
 * check. Everything else is done with requests.
 *
 * @param s3 the server
 * @param client a client for the server
 */
record EmbeddedLake(EmbeddedS3 s3, S3Client client) implements Lake {

    private static final String SCHEME = "s3://";

    /** The number of objects per page, as on S3. */
    private static final int PAGE = 1000;

    @Override
    public void list(KeyRange range, Visitor visitor) {
        int slash = range.root().indexOf('/', SCHEME.length());
        String bucket = range.root().substring(SCHEME.length(), slash);
        String folder = range.root().substring(slash + 1);
        String prefix = folder + range.prefix();
        String after = range.after().isEmpty() ? "" : folder + range.after();
        Optional<List<LakeObject>> first = s3.objects(bucket, prefix, after, PAGE + 1);
        if (first.isEmpty()) {
            // The bucket doesn't exist: this throws the same exception as on any other server.
            S3Lake.over(client).list(range, visitor);
            return;
        }
        List<LakeObject> page = first.get();
        while (answer(page, folder.length(), visitor)) {
            page = s3.objects(bucket, prefix, page.get(PAGE - 1).key(), PAGE + 1)
                    .orElse(List.of());
        }
    }

    /** Passes a page to the visitor and returns whether it wants another one. */
    private static boolean answer(List<LakeObject> page, int folder, Visitor visitor) {
        visitor.onRequest();
        visitor.onRequestEnd();
        visitor.onAnswer(Answer.at(Clock.systemUTC().instant()));
        for (LakeObject object : page.subList(0, Math.min(PAGE, page.size()))) {
            String key = object.key().substring(folder);
            if (!visitor.onObject(new LakeObject(key, object.bytes(), object.modified(), object.etag()))) {
                return false;
            }
        }
        return page.size() > PAGE && visitor.wantsNextPage();
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        S3Lake.over(client).folders(root, path, visitor);
    }
}
