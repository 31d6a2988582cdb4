// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedS3Extension.class)
class BucketsTest {

    private final HttpUser user;

    BucketsTest(HttpUser user) {
        this.user = user;
    }

    @Test
    void a_bucket_is_created_listed_and_deleted() {
        assertThat(user.head("/refined").status()).isEqualTo(404);
        assertThat(user.put("/refined", "").status()).isEqualTo(200);

        assertThat(user.head("/refined").status()).isEqualTo(200);
        assertThat(user.head("/refined").header("x-amz-bucket-region")).isEqualTo("us-east-1");
        assertThat(user.get("/").elements("Name")).contains("refined", "lake");
        assertThat(user.get("/?prefix=ref").elements("Name")).containsExactly("refined");

        assertThat(user.delete("/refined").status()).isEqualTo(204);
        assertThat(user.get("/refined").error()).isEqualTo("404 NoSuchBucket");
        assertThat(user.delete("/refined").error()).isEqualTo("404 NoSuchBucket");
    }

    @Test
    void a_trailing_slash_still_names_the_bucket() {
        assertThat(user.put("/with-slash/", "").status()).isEqualTo(200);
        assertThat(user.get("/with-slash/").element("Name")).isEqualTo("with-slash");
    }

    @Test
    void creating_a_bucket_again_succeeds_in_the_default_region() {
        assertThat(user.put("/again", "").status()).isEqualTo(200);
        assertThat(user.put("/again", "").status()).isEqualTo(200);
    }

    @Test
    void creating_a_bucket_again_fails_in_another_region() {
        String region = "<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint>"
                + "</CreateBucketConfiguration>";

        assertThat(user.put("/irish", region).status()).isEqualTo(200);
        assertThat(user.put("/irish", region).error()).isEqualTo("409 BucketAlreadyOwnedByYou");
        assertThat(user.get("/irish?location").element("LocationConstraint")).isEqualTo("eu-west-1");
        assertThat(user.get("/lake?location").text())
                .contains("LocationConstraint")
                .doesNotContain("us-east-1");
    }

    @Test
    void a_bucket_with_objects_is_not_deleted() {
        user.put("/full", "");
        user.put("/full/a", "1");

        assertThat(user.delete("/full").error()).isEqualTo("409 BucketNotEmpty");

        user.delete("/full/a");
        assertThat(user.delete("/full").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "UPPER", "under_score", "-dash", "two..dots", "127.0.0.1"})
    void an_invalid_name_is_rejected(String name) {
        assertThat(user.put("/" + name, "").error()).isEqualTo("400 InvalidBucketName");
    }

    @Test
    void a_malformed_configuration_is_rejected() {
        assertThat(user.put("/malformed", "<CreateBucketConfiguration>").error())
                .isEqualTo("400 MalformedXML");
    }
}
