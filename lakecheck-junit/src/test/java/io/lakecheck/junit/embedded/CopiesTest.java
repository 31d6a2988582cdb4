// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedS3Extension.class)
class CopiesTest {

    private final HttpUser user;

    CopiesTest(HttpUser user) {
        this.user = user;
        user.put("/lake/from", "data", "x-amz-meta-a", "1", "x-amz-tagging", "t=1");
    }

    @Test
    void a_copy_has_the_bytes_metadata_and_tags_of_its_source() {
        HttpAnswer copied = user.put("/lake/to", "", "x-amz-copy-source", "/lake/from");
        user.delete("/lake/from");

        assertThat(copied.element("ETag")).isEqualTo("&quot;8d777f385d3dfec8815d20f7496026dc&quot;");
        assertThat(user.get("/lake/to").text()).isEqualTo("data");
        assertThat(user.get("/lake/to").header("x-amz-meta-a")).isEqualTo("1");
        assertThat(user.get("/lake/to").header("x-amz-tagging-count")).isEqualTo("1");
    }

    @Test
    void a_copy_can_replace_metadata_and_tags() {
        user.put(
                "/lake/to",
                "",
                "x-amz-copy-source",
                "lake/from",
                "x-amz-metadata-directive",
                "REPLACE",
                "x-amz-meta-b",
                "2",
                "x-amz-tagging-directive",
                "REPLACE");

        assertThat(user.get("/lake/to").header("x-amz-meta-a")).isEmpty();
        assertThat(user.get("/lake/to").header("x-amz-meta-b")).isEqualTo("2");
        assertThat(user.get("/lake/to").header("x-amz-tagging-count")).isEmpty();
    }

    @Test
    void a_source_key_may_be_encoded() {
        user.put("/lake/a%20%2B%C3%A4", "odd");

        assertThat(user.put("/lake/to", "", "x-amz-copy-source", "/lake/a%20%2B%C3%A4")
                        .status())
                .isEqualTo(200);
        assertThat(user.get("/lake/to").text()).isEqualTo("odd");
    }

    @Test
    void a_copy_onto_itself_must_change_something() {
        assertThat(user.put("/lake/from", "", "x-amz-copy-source", "/lake/from").error())
                .isEqualTo("400 InvalidRequest");
        assertThat(user.put("/lake/from", "", "x-amz-copy-source", "/lake/from", "x-amz-metadata-directive", "REPLACE")
                        .status())
                .isEqualTo(200);
        assertThat(user.get("/lake/from").text()).isEqualTo("data");
    }

    @Test
    void a_copy_can_depend_on_source_and_target() {
        String etag = user.head("/lake/from").header("ETag");

        assertThat(user.put("/lake/c", "", "x-amz-copy-source", "/lake/from", "x-amz-copy-source-if-match", "\"x\"")
                        .error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(user.put("/lake/c", "", "x-amz-copy-source", "/lake/from", "x-amz-copy-source-if-none-match", etag)
                        .error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(user.put("/lake/c", "", "x-amz-copy-source", "/lake/from", "x-amz-copy-source-if-match", etag)
                        .status())
                .isEqualTo(200);
        assertThat(user.put("/lake/c", "", "x-amz-copy-source", "/lake/from", "If-None-Match", "*")
                        .error())
                .isEqualTo("412 PreconditionFailed");
    }

    @Test
    void an_invalid_or_missing_source_is_rejected() {
        assertThat(user.put("/lake/to", "", "x-amz-copy-source", "lake").error())
                .isEqualTo("400 InvalidArgument");
        assertThat(user.put("/lake/to", "", "x-amz-copy-source", "/lake/from?versionId=3")
                        .error())
                .isEqualTo("400 InvalidArgument");
        assertThat(user.put("/lake/to", "", "x-amz-copy-source", "/lake/none").error())
                .isEqualTo("404 NoSuchKey");
    }
}
