// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedS3Extension.class)
@SuppressWarnings("StringConcatToTextBlock") // Lines of HTTP end with CRLF.
class ChecksumsTest {

    private final HttpUser user;

    ChecksumsTest(HttpUser user) {
        this.user = user;
    }

    /** The checksums of {@code 123456789} from the specifications of the algorithms. */
    static Stream<Arguments> checksums() {
        return Stream.of(
                Arguments.of("crc32", "y/Q5Jg=="),
                Arguments.of("crc32c", "4waSgw=="),
                Arguments.of("crc64nvme", "rosUhgp5mIg="),
                Arguments.of("sha1", "98O8HYCOBHMq32eZZczDTKeuNEE="),
                Arguments.of("sha256", "FeKw08M4keuw8e9gnsQZQgwg4yDOlMZfvIwzEkSOsiU="));
    }

    @ParameterizedTest
    @MethodSource("checksums")
    void a_checksum_is_verified_and_returned(String algorithm, String value) {
        String header = "x-amz-checksum-" + algorithm;
        String wrong = "A" + value.substring(1);

        assertThat(user.put("/lake/c", "123456789", header, value).header(header))
                .isEqualTo(value);
        assertThat(user.get("/lake/c", "x-amz-checksum-mode", "ENABLED").header(header))
                .isEqualTo(value);
        assertThat(user.head("/lake/c", "x-amz-checksum-mode", "ENABLED").header("x-amz-checksum-type"))
                .isEqualTo("FULL_OBJECT");
        assertThat(user.get("/lake/c").header(header)).isEmpty();
        assertThat(user.get("/lake/c", "x-amz-checksum-mode", "ENABLED", "Range", "bytes=0-1")
                        .header(header))
                .isEmpty();
        assertThat(user.put("/lake/d", "123456789", header, wrong).error()).isEqualTo("400 BadDigest");
        assertThat(user.put("/lake/d", "123456789", header, "AAA=").error()).isEqualTo("400 InvalidRequest");
        assertThat(user.put("/lake/d", "123456789", header, "?").error()).isEqualTo("400 InvalidRequest");
        assertThat(user.get("/lake/d").status()).isEqualTo(404);
    }

    @Test
    void a_checksum_is_computed_if_the_client_sends_none() {
        assertThat(user.put("/lake/c", "123456789").header("x-amz-checksum-crc64nvme"))
                .isEqualTo("rosUhgp5mIg=");
        assertThat(user.put("/lake/c", "123456789", "x-amz-sdk-checksum-algorithm", "CRC32")
                        .header("x-amz-checksum-crc32"))
                .isEqualTo("y/Q5Jg==");
    }

    @Test
    void several_or_unknown_checksums_are_rejected() {
        assertThat(user.put("/lake/c", "1", "x-amz-checksum-crc32", "AAAAAA==", "x-amz-checksum-crc32c", "AAAAAA==")
                        .error())
                .isEqualTo("400 InvalidRequest");
        assertThat(user.put("/lake/c", "1", "x-amz-sdk-checksum-algorithm", "CRC7")
                        .error())
                .isEqualTo("400 InvalidRequest");
    }

    @Test
    void the_md5_is_verified() {
        assertThat(user.put("/lake/c", "data", "Content-MD5", "jXd/OF09/siBXSD3SWAm3A==")
                        .status())
                .isEqualTo(200);
        assertThat(user.put("/lake/c", "Data", "Content-MD5", "jXd/OF09/siBXSD3SWAm3A==")
                        .error())
                .isEqualTo("400 BadDigest");
        assertThat(user.put("/lake/c", "data", "Content-MD5", "jXd/").error()).isEqualTo("400 InvalidDigest");
        assertThat(user.put("/lake/c", "data", "Content-MD5", "?").error()).isEqualTo("400 InvalidDigest");
        assertThat(user.post("/lake?delete", "<Delete/>", "Content-MD5", "jXd/OF09/siBXSD3SWAm3A==")
                        .error())
                .isEqualTo("400 BadDigest");
    }

    @Test
    void signed_chunks_are_joined() {
        HttpAnswer put = user.put(
                "/lake/chunks",
                "4;chunk-signature=ab\r\n1234\r\n5;chunk-signature=cd\r\n56789\r\n0;chunk-signature=ef\r\n\r\n",
                "x-amz-content-sha256",
                "STREAMING-AWS4-HMAC-SHA256-PAYLOAD",
                "x-amz-decoded-content-length",
                "9",
                "Content-Encoding",
                "aws-chunked,gzip");

        assertThat(put.status()).isEqualTo(200);
        assertThat(user.get("/lake/chunks").text()).isEqualTo("123456789");
        assertThat(user.get("/lake/chunks").header("Content-Encoding")).isEqualTo("gzip");
    }

    @Test
    void unsigned_chunks_end_with_a_checksum() {
        assertThat(chunked("9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n", "9")
                        .header("x-amz-checksum-crc32"))
                .isEqualTo("y/Q5Jg==");
        assertThat(user.get("/lake/chunks").text()).isEqualTo("123456789");
        assertThat(user.get("/lake/chunks").header("Content-Encoding")).isEmpty();
    }

    @Test
    void signed_chunks_may_end_with_a_checksum_and_its_signature() {
        assertThat(chunked(
                                "9;chunk-signature=a\r\n123456789\r\n0;chunk-signature=b\r\n"
                                        + "x-amz-checksum-crc32:y/Q5Jg==\r\nx-amz-trailer-signature:c\r\n\r\n",
                                "9")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_wrong_trailing_checksum_is_rejected() {
        assertThat(chunked("9\r\n123456780\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n", "9")
                        .error())
                .isEqualTo("400 BadDigest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9\r\n12345",
                "9\r\n123456789",
                "9\r\n123456789\r\n",
                "x\r\n123456789\r\n0\r\n\r\n",
                "-9\r\n123456789\r\n0\r\n\r\n",
                "FFFFFFFFFFFFFFFF\r\n123456789\r\n0\r\n\r\n",
                "9\r\n1234567890\r\n0\r\n\r\n",
                "8\r\n12345678\r\n0\r\n\r\n",
                ""
            })
    void incomplete_chunks_are_rejected(String body) {
        assertThat(chunked(body, "9").error()).isEqualTo("400 IncompleteBody");
    }

    private HttpAnswer chunked(String body, String length) {
        return user.put(
                "/lake/chunks",
                body,
                "x-amz-content-sha256",
                "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                "x-amz-decoded-content-length",
                length,
                "Content-Encoding",
                "aws-chunked",
                "x-amz-trailer",
                "x-amz-checksum-crc32");
    }
}
