// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedS3Extension.class)
class UnsupportedOperationsTest {

    private final HttpUser user;

    UnsupportedOperationsTest(HttpUser user) {
        this.user = user;
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /lake?acl, GetBucketAcl",
        "PUT, /lake?versioning, PutBucketVersioning",
        "GET, /lake?versioning, GetBucketVersioning",
        "GET, /lake?versions, ListObjectVersions",
        "PUT, /lake?policy, PutBucketPolicy",
        "GET, /lake?policyStatus, GetBucketPolicyStatus",
        "DELETE, /lake?lifecycle, DeleteBucketLifecycleConfiguration",
        "PUT, /lake?publicAccessBlock, PutPublicAccessBlock",
        "PUT, /lake?notification, PutBucketNotificationConfiguration",
        "PUT, /lake?tagging, PutBucketTagging",
        "POST, /lake, PostObject",
        "GET, /lake/a?acl, GetObjectAcl",
        "PUT, /lake/a?retention, PutObjectRetention",
        "GET, /lake/a?attributes, GetObjectAttributes",
        "PUT, /lake/a?renameObject, RenameObject",
        "POST, /lake/a?select&select-type=2, SelectObjectContent",
        "POST, /lake/a?restore, RestoreObject",
        "POST, /lake/a, PostObject"
    })
    void an_operation_that_is_not_implemented_is_named(String method, String path, String operation) {
        HttpAnswer answer = user.send(method, path, new byte[0]);

        assertThat(answer.error()).isEqualTo("501 NotImplemented");
        assertThat(answer.element("Message")).contains(" " + operation + ".").contains("LOCALSTACK");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x-amz-server-side-encryption-customer-algorithm",
                "x-amz-write-offset-bytes",
                "x-amz-object-lock-mode"
            })
    void a_header_that_is_not_implemented_is_named(String header) {
        HttpAnswer answer = user.put("/lake/a", "data", header, "1");

        assertThat(answer.error()).isEqualTo("501 NotImplemented");
        assertThat(answer.element("Header")).isEqualTo(header);
        assertThat(user.get("/lake/a").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"PATCH, /lake/a", "OPTIONS, /lake", "POST, /", "PUT, /"})
    void a_method_that_s3_does_not_have_is_rejected(String method, String path) {
        assertThat(user.send(method, path, new byte[0]).error()).isEqualTo("405 MethodNotAllowed");
    }

    @Test
    void an_error_names_the_resource() {
        HttpAnswer answer = user.get("/lake/no%20where");

        assertThat(answer.header("Content-Type")).isEqualTo("application/xml");
        assertThat(answer.element("Resource")).isEqualTo("/lake/no%20where");
    }
}
