// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedS3Extension.class)
class WriteNumbersTest {

    private final EmbeddedS3 s3;
    private final HttpUser user;

    WriteNumbersTest(EmbeddedS3 s3, HttpUser user) {
        this.s3 = s3;
        this.user = user;
    }

    private long number(String key) {
        return s3.writeNumber("lake", key).orElseThrow();
    }

    @Test
    void each_write_gets_a_higher_number() {
        user.put("/lake/b", "1");
        user.put("/lake/a", "1");
        assertThat(number("a")).isGreaterThan(number("b"));

        user.put("/lake/b", "1");
        assertThat(number("b")).isGreaterThan(number("a"));

        user.put("/lake/c", "", "x-amz-copy-source", "/lake/a");
        assertThat(number("c")).isGreaterThan(number("b"));
    }

    @Test
    void an_upload_counts_when_it_is_completed() {
        String id = user.post("/lake/upload?uploads", "").element("UploadId");
        String etag =
                user.put("/lake/upload?partNumber=1&uploadId=" + id, "data").header("ETag");
        user.put("/lake/marker", "");
        user.post(
                "/lake/upload?uploadId=" + id,
                "<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>" + etag
                        + "</ETag></Part></CompleteMultipartUpload>");

        assertThat(number("upload")).isGreaterThan(number("marker"));
    }

    @Test
    void what_changes_no_bytes_is_no_write() {
        user.put("/lake/same", "1");
        long before = number("same");

        user.put("/lake/same?tagging", "<Tagging><TagSet/></Tagging>");
        user.put("/lake/same", "2", "If-None-Match", "*");
        user.get("/lake/same");

        assertThat(number("same")).isEqualTo(before);
    }

    @Test
    void a_missing_object_has_no_number() {
        user.put("/lake/deleted", "1");
        user.delete("/lake/deleted");

        assertThat(s3.writeNumber("lake", "deleted")).isEqualTo(OptionalLong.empty());
        assertThat(s3.writeNumber("missing", "a")).isEqualTo(OptionalLong.empty());
    }
}
