// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.lake.LakeException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class S3FolderTest {

    private final StubFiles server;
    private final S3Folder folder;

    S3FolderTest() throws IOException {
        server = new StubFiles();
        folder = S3Folder.at("s3://reports/lakecheck", server.connection());
    }

    @AfterEach
    void close() {
        folder.close();
        server.close();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void reads_what_was_written() {
        folder.write("a b/ü.json", bytes("{}"), "application/json");

        assertThat(server.files()).containsEntry("reports/lakecheck/a b/ü.json", "{}");
        assertThat(folder.read("a b/ü.json", 100)).hasValueSatisfying(content -> {
            assertThat(content.bytes()).isEqualTo(bytes("{}"));
            assertThat(content.etag()).isEqualTo("etag-of-2");
        });
    }

    @Test
    void reads_no_more_than_the_limit() {
        server.files().put("reports/lakecheck/large", "x".repeat(1000));

        assertThat(folder.read("large", 10))
                .hasValueSatisfying(content -> assertThat(content.bytes()).hasSize(10));
    }

    @Test
    void a_missing_file_is_empty() {
        assertThat(folder.read("missing", 10)).isEmpty();
    }

    @Test
    void a_file_is_created_once() {
        assertThat(folder.create("claim", bytes("first"))).isTrue();
        assertThat(folder.create("claim", bytes("second"))).isFalse();
        assertThat(server.files()).containsEntry("reports/lakecheck/claim", "first");
    }

    @Test
    void a_file_is_created_after_a_conflict() {
        server.conflictOnce();

        assertThat(folder.create("claim", bytes("first"))).isTrue();
        assertThat(server.files()).containsEntry("reports/lakecheck/claim", "first");
    }

    @Test
    void a_denied_request_names_the_permission() {
        server.reject("AccessDenied");

        assertThatThrownBy(() -> folder.read("a", 10))
                .isInstanceOfSatisfying(
                        LakeException.class, e -> assertThat(e.reason()).isEqualTo(LakeException.Reason.DENIED))
                .hasMessageContaining("s3:GetObject on arn:aws:s3:::reports/lakecheck/a");
        assertThatThrownBy(() -> folder.create("a", bytes("")))
                .hasMessageContaining("s3:PutObject on arn:aws:s3:::reports/lakecheck/a");
    }
}
