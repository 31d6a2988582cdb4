// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedS3Extension.class)
class MultipartTest {

    private static final String FIVE_MIB = "5".repeat(5 * 1024 * 1024);

    private final HttpUser user;

    MultipartTest(HttpUser user) {
        this.user = user;
    }

    private String start(String key, String... headers) {
        return user.post("/lake/" + key + "?uploads", "", headers).element("UploadId");
    }

    private String part(String key, String id, int number, String text) {
        return user.put("/lake/" + key + "?partNumber=" + number + "&uploadId=" + id, text)
                .header("ETag");
    }

    private HttpAnswer complete(String key, String id, String parts, String... headers) {
        return user.post(
                "/lake/" + key + "?uploadId=" + id,
                "<CompleteMultipartUpload>" + parts + "</CompleteMultipartUpload>",
                headers);
    }

    private static String element(int number, String etag) {
        return "<Part><PartNumber>" + number + "</PartNumber><ETag>" + etag + "</ETag></Part>";
    }

    @Test
    void parts_become_an_object_when_the_upload_is_completed() {
        String id = start("big", "x-amz-meta-a", "1", "Content-Type", "text/plain");
        String second = part("big", id, 7, "end");
        String first = part("big", id, 2, FIVE_MIB);

        assertThat(user.get("/lake/big").status()).isEqualTo(404);
        HttpAnswer completed = complete("big", id, element(2, first) + element(7, second));

        assertThat(completed.element("ETag")).matches("&quot;[0-9a-f]{32}-2&quot;");
        assertThat(completed.element("ChecksumType")).isEqualTo("FULL_OBJECT");
        assertThat(user.get("/lake/big").text()).isEqualTo(FIVE_MIB + "end");
        assertThat(user.get("/lake/big", "Range", "bytes=5242878-5242881").text())
                .isEqualTo("55en");
        assertThat(user.get("/lake/big").header("x-amz-meta-a")).isEqualTo("1");
        assertThat(user.get("/lake/big?partNumber=2").text()).isEqualTo("end");
        assertThat(user.head("/lake/big?partNumber=1").header("Content-Length")).isEqualTo("5242880");
        assertThat(user.get("/lake/big?partNumber=1").header("x-amz-mp-parts-count"))
                .isEqualTo("2");
        assertThat(complete("big", id, element(2, first)).error()).isEqualTo("404 NoSuchUpload");
    }

    @Test
    void a_copy_of_an_upload_has_a_plain_etag() {
        String id = start("parts");
        complete("parts", id, element(1, part("parts", id, 1, "data")));

        user.put("/lake/plain", "", "x-amz-copy-source", "/lake/parts");

        assertThat(user.head("/lake/plain").header("ETag")).isEqualTo("\"8d777f385d3dfec8815d20f7496026dc\"");
    }

    @Test
    void a_part_can_be_replaced_and_left_out() {
        String id = start("replaced");
        String old = part("replaced", id, 1, "old");
        String now = part("replaced", id, 1, "new");
        part("replaced", id, 2, "left out");

        assertThat(complete("replaced", id, element(1, old)).error()).isEqualTo("400 InvalidPart");
        assertThat(complete("replaced", id, element(1, now)).status()).isEqualTo(200);
        assertThat(user.get("/lake/replaced").text()).isEqualTo("new");
    }

    @Test
    void a_part_can_be_copied_from_an_object() {
        user.put("/lake/source", "0123456789");
        String id = start("copied");
        String path = "/lake/copied?uploadId=" + id + "&partNumber=1";
        HttpAnswer copied =
                user.put(path, "", "x-amz-copy-source", "/lake/source", "x-amz-copy-source-range", "bytes=2-4");

        assertThat(complete("copied", id, element(1, copied.element("ETag"))).status())
                .isEqualTo(200);
        assertThat(user.get("/lake/copied").text()).isEqualTo("234");
        assertThat(user.put(path, "", "x-amz-copy-source", "/lake/source").error())
                .isEqualTo("404 NoSuchUpload");
    }

    @Test
    void an_invalid_range_of_a_source_is_rejected() {
        user.put("/lake/source", "0123456789");
        String path = "/lake/copied?uploadId=" + start("copied") + "&partNumber=1";

        assertThat(user.put(path, "", "x-amz-copy-source", "/lake/source", "x-amz-copy-source-range", "2-4")
                        .error())
                .isEqualTo("400 InvalidArgument");
        assertThat(user.put(path, "", "x-amz-copy-source", "/lake/source", "x-amz-copy-source-range", "bytes=20-21")
                        .error())
                .isEqualTo("416 InvalidRange");
    }

    @Test
    void an_aborted_upload_is_gone() {
        String id = start("aborted");
        part("aborted", id, 1, "data");

        assertThat(user.delete("/lake/aborted?uploadId=" + id).status()).isEqualTo(204);
        assertThat(user.delete("/lake/aborted?uploadId=" + id).error()).isEqualTo("404 NoSuchUpload");
        assertThat(user.put("/lake/aborted?partNumber=1&uploadId=" + id, "").error())
                .isEqualTo("404 NoSuchUpload");
        assertThat(user.get("/lake/aborted?uploadId=" + id).error()).isEqualTo("404 NoSuchUpload");
    }

    @Test
    void an_upload_belongs_to_its_key() {
        String id = start("mine");

        assertThat(user.put("/lake/other?partNumber=1&uploadId=" + id, "").error())
                .isEqualTo("404 NoSuchUpload");
    }

    @Test
    void wrong_lists_of_parts_are_rejected() {
        String id = start("wrong");
        String one = part("wrong", id, 1, "small");
        String two = part("wrong", id, 2, "small");

        assertThat(complete("wrong", id, "").error()).isEqualTo("400 InvalidRequest");
        assertThat(complete("wrong", id, element(1, one) + "<Part/>").error()).isEqualTo("400 MalformedXML");
        assertThat(complete("wrong", id, "<Part><PartNumber>x</PartNumber><ETag>y</ETag></Part>")
                        .error())
                .isEqualTo("400 MalformedXML");
        assertThat(complete("wrong", id, element(2, two) + element(1, one)).error())
                .isEqualTo("400 InvalidPartOrder");
        assertThat(complete("wrong", id, element(3, two)).error()).isEqualTo("400 InvalidPart");
        assertThat(complete("wrong", id, element(1, one) + element(2, two)).error())
                .isEqualTo("400 EntityTooSmall");
        assertThat(complete("wrong", id, element(2, two)).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10001", "x", ""})
    void a_part_number_is_between_1_and_10000(String number) {
        assertThat(user.put("/lake/n?uploadId=" + start("n") + "&partNumber=" + number, "")
                        .error())
                .isEqualTo("400 InvalidArgument");
    }

    @Test
    void a_completion_can_be_conditional() {
        user.put("/lake/exists", "1");
        String id = start("exists");
        String etag = part("exists", id, 1, "2");

        assertThat(complete("exists", id, element(1, etag), "If-None-Match", "*")
                        .error())
                .isEqualTo("412 PreconditionFailed");
        assertThat(user.get("/lake/exists").text()).isEqualTo("1");
        assertThat(complete("exists", id, element(1, etag)).status()).isEqualTo(200);
        assertThat(user.get("/lake/exists").text()).isEqualTo("2");
    }

    @Test
    void a_composite_checksum_covers_those_of_the_parts() {
        String id = start("composite", "x-amz-checksum-algorithm", "SHA256");
        String etag = part("composite", id, 1, "123456789");

        HttpAnswer completed = complete("composite", id, element(1, etag));

        assertThat(completed.element("ChecksumType")).isEqualTo("COMPOSITE");
        // The SHA-256 of the SHA-256 of the part, computed with openssl.
        assertThat(completed.element("ChecksumSHA256")).isEqualTo("KSsNAHVmgy25S/rmic1w0at3KBH9RLn0nYVQ7p6mpJQ=-1");
    }

    @Test
    void a_checksum_of_the_whole_object_is_verified() {
        String id = start("whole", "x-amz-checksum-algorithm", "CRC32", "x-amz-checksum-type", "FULL_OBJECT");
        String etag = part("whole", id, 1, "123456789");

        assertThat(complete("whole", id, element(1, etag), "x-amz-checksum-crc32", "AAAAAA==")
                        .error())
                .isEqualTo("400 BadDigest");
        assertThat(complete("whole", id, element(1, etag), "x-amz-checksum-crc32", "y/Q5Jg==")
                        .element("ChecksumCRC32"))
                .isEqualTo("y/Q5Jg==");
        assertThat(user.head("/lake/whole", "x-amz-checksum-mode", "ENABLED").header("x-amz-checksum-crc32"))
                .isEqualTo("y/Q5Jg==");
    }

    @Test
    void a_part_must_have_the_checksum_that_the_list_names() {
        String id = start("named", "x-amz-checksum-algorithm", "CRC32");
        String etag = part("named", id, 1, "123456789");
        String named =
                "<Part><PartNumber>1</PartNumber><ETag>" + etag + "</ETag><ChecksumCRC32>%s</ChecksumCRC32></Part>";

        assertThat(complete("named", id, named.formatted("AAAAAA==")).error()).isEqualTo("400 InvalidPart");
        assertThat(complete("named", id, named.formatted("y/Q5Jg==")).status()).isEqualTo(200);
    }

    @Test
    void impossible_checksums_are_rejected() {
        assertThat(user.post(
                                "/lake/n?uploads",
                                "",
                                "x-amz-checksum-algorithm",
                                "SHA1",
                                "x-amz-checksum-type",
                                "FULL_OBJECT")
                        .error())
                .isEqualTo("400 InvalidRequest");
        assertThat(user.post(
                                "/lake/n?uploads",
                                "",
                                "x-amz-checksum-algorithm",
                                "CRC64NVME",
                                "x-amz-checksum-type",
                                "COMPOSITE")
                        .error())
                .isEqualTo("400 InvalidRequest");
        assertThat(user.post("/lake/n?uploads", "", "x-amz-checksum-algorithm", "CRC7")
                        .error())
                .isEqualTo("400 InvalidRequest");
    }

    @Test
    void parts_are_listed_in_pages() {
        String id = start("listed");
        part("listed", id, 1, "a");
        part("listed", id, 3, "bb");
        part("listed", id, 9, "ccc");

        HttpAnswer first = user.get("/lake/listed?max-parts=2&uploadId=" + id);
        HttpAnswer second = user.get("/lake/listed?part-number-marker=3&uploadId=" + id);

        assertThat(first.elements("PartNumber")).containsExactly("1", "3");
        assertThat(first.elements("Size")).containsExactly("1", "2");
        assertThat(first.element("IsTruncated")).isEqualTo("true");
        assertThat(first.element("NextPartNumberMarker")).isEqualTo("3");
        assertThat(second.elements("PartNumber")).containsExactly("9");
        assertThat(second.element("IsTruncated")).isEqualTo("false");
    }

    @Test
    void uploads_are_listed_in_pages() {
        user.put("/uploads", "");
        List<String> ids = List.of(
                user.post("/uploads/a?uploads", "").element("UploadId"),
                user.post("/uploads/b/1?uploads", "").element("UploadId"),
                user.post("/uploads/b/2?uploads", "").element("UploadId"),
                user.post("/uploads/c%20d?uploads", "").element("UploadId"));

        HttpAnswer first = user.get("/uploads?uploads&max-uploads=2&delimiter=/&encoding-type=url");
        HttpAnswer second = user.get("/uploads?uploads&delimiter=/&encoding-type=url&key-marker=b/");
        HttpAnswer plain = user.get("/uploads?uploads&max-uploads=1");
        HttpAnswer rest = user.get("/uploads?uploads&prefix=b&key-marker=b/1&upload-id-marker=" + ids.get(1));

        assertThat(first.elements("UploadId")).containsExactly(ids.get(0));
        assertThat(first.text()).contains("<CommonPrefixes><Prefix>b/</Prefix></CommonPrefixes>");
        assertThat(first.element("NextKeyMarker")).isEqualTo("b/");
        assertThat(second.elements("Key")).containsExactly("c%20d");
        assertThat(plain.element("NextUploadIdMarker")).isEqualTo(ids.get(0));
        assertThat(rest.elements("Key")).containsExactly("b/2");
        assertThat(user.delete("/uploads").status()).as("a bucket with uploads").isEqualTo(204);
    }
}
