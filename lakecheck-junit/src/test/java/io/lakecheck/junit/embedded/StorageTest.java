// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that objects beyond the memory limit are stored in files. */
class StorageTest {

    private static final int MIB = 1024 * 1024;

    @Test
    void objects_beyond_the_limit_are_served_from_files() {
        try (EmbeddedS3 s3 = EmbeddedS3.start(2 * MIB)) {
            HttpUser user = new HttpUser(s3.endpoint());
            user.put("/lake", "");
            byte[] large = numbered(7 * MIB + 3);
            user.send("PUT", "/lake/large", large);
            user.put("/lake/small", "small");
            user.put("/lake/copy", "", "x-amz-copy-source", "/lake/large");
            user.delete("/lake/large");

            assertThat(user.get("/lake/copy").body()).isEqualTo(large);
            assertThat(user.get("/lake/copy", "Range", "bytes=1048570-1048580").body())
                    .isEqualTo(part(large, 1_048_570, 11));
            assertThat(user.get("/lake/copy", "Range", "bytes=7340030-").body()).isEqualTo(part(large, 7_340_030, 5));
            assertThat(user.get("/lake/small").text()).isEqualTo("small");
        }
    }

    @Test
    void files_are_deleted_with_their_objects_and_with_the_server() throws IOException {
        SegmentStore store = new SegmentStore(10);
        Content first = store.read(new ByteArrayInputStream(new byte[8]));
        Content second = store.read(new ByteArrayInputStream(new byte[3 * MIB]));
        Content third = store.read(new ByteArrayInputStream(new byte[20]));
        Path folder = store.folder();

        assertThat(first.segments()).hasOnlyElementsOfType(HeapSegment.class);
        assertThat(second.segments()).hasOnlyElementsOfType(FileSegment.class);
        assertThat(files(folder)).isEqualTo(2);

        second.release();
        assertThat(files(folder)).isEqualTo(1);
        assertThat(third.size()).isEqualTo(20);

        store.close();
        assertThat(folder).doesNotExist();
    }

    @Test
    void memory_is_reused_after_objects_are_deleted() throws IOException {
        try (SegmentStore store = new SegmentStore(10)) {
            store.read(new ByteArrayInputStream(new byte[8])).release();

            assertThat(store.read(new ByteArrayInputStream(new byte[9])).segments())
                    .hasOnlyElementsOfType(HeapSegment.class);
        }
    }

    @Test
    void a_reader_keeps_the_bytes_of_a_deleted_object() throws IOException {
        try (SegmentStore store = new SegmentStore(0)) {
            Content content = store.read(new ByteArrayInputStream(numbered(100)));
            content.retained();
            content.release();

            try (InputStream in = content.open(ByteRange.all(100))) {
                assertThat(in.readAllBytes()).isEqualTo(numbered(100));
            }
            content.release();
            assertThat(files(store.folder())).isZero();
        }
    }

    @Test
    void an_upload_that_fails_leaves_nothing() throws IOException {
        try (SegmentStore store = new SegmentStore(2 * MIB)) {
            InputStream failing = new InputStream() {
                private int left = 5 * MIB;

                @Override
                public int read() throws IOException {
                    if (left-- == 0) {
                        throw new IOException("connection lost");
                    }
                    return 1;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    if (length == 0) {
                        return 0;
                    }
                    bytes[offset] = (byte) read();
                    return 1;
                }
            };

            assertThatThrownBy(() -> store.read(failing)).hasMessage("connection lost");
            assertThat(files(store.folder())).isZero();
            assertThat(store.read(new ByteArrayInputStream(new byte[MIB])).segments())
                    .hasOnlyElementsOfType(HeapSegment.class);
        }
    }

    private static long files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] numbered(int size) {
        byte[] bytes = new byte[size];
        for (int i = 0; i < size; i++) {
            bytes[i] = (byte) (i * 31 + i / 256);
        }
        return bytes;
    }

    private static byte[] part(byte[] bytes, int offset, int length) {
        byte[] part = new byte[length];
        System.arraycopy(bytes, offset, part, 0, length);
        return part;
    }
}
