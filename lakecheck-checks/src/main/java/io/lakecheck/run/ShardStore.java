// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.LakeException;
import io.lakecheck.lake.LakeException.Reason;
import io.lakecheck.s3.S3Folder;
import io.lakecheck.shard.ShardReader;
import io.lakecheck.shard.ShardResult;
import io.lakecheck.shard.ShardWriter;
import io.lakecheck.value.Display;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * The results of one run's shards in S3, one file each.
 *
 * @param folder the folder for reports
 * @param run the name of the run
 */
public record ShardStore(S3Folder folder, String run) {

    /** The maximum size, in bytes, of a result. A daily dataset with a baseline needs about 120 kB. */
    private static final int LIMIT = 128 << 20;

    /**
     * Writes the result of a shard, replacing that of an earlier attempt.
     *
     * @param number the number of the shard
     * @param version identifies the version of the suite; may be empty
     * @throws LakeException if the file can't be written
     */
    public void write(int number, Report report, String version) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ShardWriter.write(report, version, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        folder.write(name(number), out.toByteArray(), "application/json");
    }

    /**
     * Reads the result of a shard.
     *
     * @param suite the suite with at least the datasets of the shard
     * @param at the time of the run's check
     * @throws LakeException if there is no result, or if it can't be read
     */
    public ShardResult read(int number, Suite suite, Instant at) {
        S3Folder.Content content = folder.read(name(number), LIMIT)
                .orElseThrow(() -> new LakeException(
                        Reason.UNEXPECTED,
                        "shard " + number + " wrote no result to " + Display.visible(folder.address(name(number)))));
        try {
            return new ShardReader(suite, at).read(new ByteArrayInputStream(content.bytes()));
        } catch (IllegalArgumentException e) {
            throw new LakeException(
                    Reason.UNEXPECTED,
                    "the result of shard " + number + " at " + Display.visible(folder.address(name(number)))
                            + " can't be read: " + Display.visible(String.valueOf(e.getMessage())),
                    e);
        }
    }

    private String name(int number) {
        return "shards/" + run + "/" + number + ".json";
    }
}
