// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedS3Extension.class)
class ObjectsTest {

    private static final String MD5_OF_DATA = "\"8d777f385d3dfec8815d20f7496026dc\"";

    private final HttpUser user;

    ObjectsTest(HttpUser user) {
        this.user = user;
    }

    @Test
    void an_object_is_written_read_and_deleted() {
        HttpAnswer put = user.put("/lake/a/b", "data", "Content-Type", "text/plain", "x-amz-meta-Job", "kpi");
        HttpAnswer got = user.get("/lake/a/b");

        assertThat(put.status()).isEqualTo(200);
        assertThat(put.header("ETag")).isEqualTo(MD5_OF_DATA);
        assertThat(got.text()).isEqualTo("data");
        assertThat(got.header("ETag")).isEqualTo(MD5_OF_DATA);
        assertThat(got.header("Content-Type")).isEqualTo("text/plain");
        assertThat(got.header("x-amz-meta-job")).isEqualTo("kpi");
        assertThat(got.header("Last-Modified")).matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        assertThat(got.header("x-amz-request-id")).isNotEmpty();

        assertThat(user.delete("/lake/a/b").status()).isEqualTo(204);
        assertThat(user.delete("/lake/a/b").status()).isEqualTo(204);
        assertThat(user.get("/lake/a/b").error()).isEqualTo("404 NoSuchKey");
        assertThat(user.get("/lake/a/b").element("Key")).isEqualTo("a/b");
    }

    @Test
    void a_missing_bucket_is_reported_for_each_operation() {
        for (HttpAnswer answer : List.of(
                user.get("/missing/a"),
                user.put("/missing/a", "data"),
                user.delete("/missing/a"),
                user.get("/missing?list-type=2"),
                user.get("/missing"),
                user.get("/missing?uploads"),
                user.get("/missing?location"),
                user.post("/missing?delete", "<Delete><Object><Key>a</Key></Object></Delete>"),
                user.put("/missing/a", "", "x-amz-copy-source", "/lake/a"),
                user.put("/lake/a", "", "x-amz-copy-source", "/missing/a"),
                user.post("/missing/a?uploads", ""))) {
            assertThat(answer.error()).isEqualTo("404 NoSuchBucket");
            assertThat(answer.element("BucketName")).isEqualTo("missing");
            assertThat(answer.element("Message")).endsWith("does not exist: missing");
        }
    }

    @Test
    void head_has_the_headers_of_get_but_no_body() {
        user.put("/lake/head", "data", "Cache-Control", "no-store");

        HttpAnswer head = user.head("/lake/head");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo("4");
        assertThat(head.header("Cache-Control")).isEqualTo("no-store");
        assertThat(head.header("Content-Type")).isEqualTo("binary/octet-stream");
        assertThat(user.head("/lake/missing").status()).isEqualTo(404);
    }

    @Test
    void an_empty_object_is_an_object() {
        assertThat(user.put("/lake/empty", "").header("ETag")).isEqualTo("\"d41d8cd98f00b204e9800998ecf8427e\"");
        assertThat(user.get("/lake/empty").status()).isEqualTo(200);
        assertThat(user.get("/lake/empty").body()).isEmpty();
        assertThat(user.head("/lake/empty").header("Content-Length")).isEqualTo("0");
        assertThat(user.get("/lake/empty", "Range", "bytes=0-").error()).isEqualTo("416 InvalidRange");
        assertThat(user.get("/lake/empty", "Range", "bytes=-5").status()).isEqualTo(200);
    }

    static Stream<Arguments> ranges() {
        return Stream.of(
                Arguments.of("bytes=0-3", 206, "0123", "bytes 0-3/10"),
                Arguments.of("bytes=7-", 206, "789", "bytes 7-9/10"),
                Arguments.of("bytes=-4", 206, "6789", "bytes 6-9/10"),
                Arguments.of("bytes=-40", 206, "0123456789", "bytes 0-9/10"),
                Arguments.of("bytes=8-100", 206, "89", "bytes 8-9/10"),
                Arguments.of("bytes=5-5", 206, "5", "bytes 5-5/10"),
                Arguments.of("bytes=5-4", 200, "0123456789", ""),
                Arguments.of("bytes=0-1,4-5", 200, "0123456789", ""),
                Arguments.of("bytes=x", 200, "0123456789", ""),
                Arguments.of("bytes=-", 200, "0123456789", ""));
    }

    @ParameterizedTest
    @MethodSource("ranges")
    void a_range_is_read(String range, int status, String text, String contentRange) {
        user.put("/lake/ten", "0123456789");

        HttpAnswer got = user.get("/lake/ten", "Range", range);

        assertThat(got.status()).isEqualTo(status);
        assertThat(got.text()).isEqualTo(text);
        assertThat(got.header("Content-Range")).isEqualTo(contentRange);
        assertThat(user.head("/lake/ten", "Range", range).header("Content-Length"))
                .isEqualTo(Integer.toString(text.length()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=10-", "bytes=10-20", "bytes=-0"})
    void a_range_outside_the_object_is_rejected(String range) {
        user.put("/lake/ten", "0123456789");

        assertThat(user.get("/lake/ten", "Range", range).error()).isEqualTo("416 InvalidRange");
    }

    @Test
    void a_part_number_of_a_plain_object_is_the_whole_object() {
        user.put("/lake/ten", "0123456789");

        assertThat(user.get("/lake/ten?partNumber=1").status()).isEqualTo(206);
        assertThat(user.get("/lake/ten?partNumber=1").text()).isEqualTo("0123456789");
        assertThat(user.get("/lake/ten?partNumber=2").error()).isEqualTo("416 InvalidPartNumber");
    }

    @Test
    void a_conditional_put_protects_an_existing_object() {
        assertThat(user.put("/lake/once", "1", "If-None-Match", "*").status()).isEqualTo(200);
        assertThat(user.put("/lake/once", "2", "If-None-Match", "*").error()).isEqualTo("412 PreconditionFailed");
        assertThat(user.get("/lake/once").text()).isEqualTo("1");

        String etag = user.head("/lake/once").header("ETag");
        assertThat(user.put("/lake/once", "3", "If-Match", "\"other\"").error()).isEqualTo("412 PreconditionFailed");
        assertThat(user.put("/lake/once", "3", "If-Match", etag).status()).isEqualTo(200);
        assertThat(user.put("/lake/never", "3", "If-Match", etag).error()).isEqualTo("404 NoSuchKey");
        assertThat(user.put("/lake/once", "4", "If-None-Match", "\"x\"").error())
                .isEqualTo("501 NotImplemented");
        assertThat(user.delete("/lake/once", "If-Match", "\"x\"").error()).isEqualTo("412 PreconditionFailed");
    }

    @Test
    void a_conditional_get_compares_etags_and_times() {
        String etag = user.put("/lake/known", "data").header("ETag");
        String modified = user.head("/lake/known").header("Last-Modified");
        String past = "Thu, 01 Jan 1970 00:00:00 GMT";

        assertThat(user.get("/lake/known", "If-Match", etag).status()).isEqualTo(200);
        assertThat(user.get("/lake/known", "If-Match", "\"x\", " + etag).status())
                .isEqualTo(200);
        assertThat(user.get("/lake/known", "If-Match", "\"x\"").error()).isEqualTo("412 PreconditionFailed");
        assertThat(user.get("/lake/known", "If-None-Match", etag).status()).isEqualTo(304);
        assertThat(user.get("/lake/known", "If-None-Match", etag).body()).isEmpty();
        assertThat(user.head("/lake/known", "If-None-Match", "*").status()).isEqualTo(304);
        assertThat(user.get("/lake/known", "If-None-Match", "\"x\"").status()).isEqualTo(200);
        assertThat(user.get("/lake/known", "If-Modified-Since", modified).status())
                .isEqualTo(304);
        assertThat(user.get("/lake/known", "If-Modified-Since", past).status()).isEqualTo(200);
        assertThat(user.get("/lake/known", "If-Modified-Since", "yesterday").status())
                .isEqualTo(200);
        assertThat(user.get("/lake/known", "If-Unmodified-Since", past).error()).isEqualTo("412 PreconditionFailed");
        assertThat(user.get("/lake/known", "If-Unmodified-Since", modified).status())
                .isEqualTo(200);
        assertThat(user.get("/lake/known", "If-Match", etag, "If-Unmodified-Since", past)
                        .status())
                .isEqualTo(200);
        assertThat(user.get("/lake/known", "If-None-Match", "\"x\"", "If-Modified-Since", modified)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_get_can_override_response_headers() {
        user.put("/lake/report", "data");

        HttpAnswer got = user.get("/lake/report?response-content-type=text%2Fcsv&response-cache-control=no-cache");

        assertThat(got.header("Content-Type")).isEqualTo("text/csv");
        assertThat(got.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void a_presigned_get_is_accepted_whatever_its_signature() {
        user.put("/lake/signed", "data");

        assertThat(user.get("/lake/signed?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Signature=no")
                        .text())
                .isEqualTo("data");
    }

    @Test
    void tags_are_accepted_and_returned() {
        user.put("/lake/tagged", "data", "x-amz-tagging", "team=kpi&stage=a%2Bb");

        assertThat(user.head("/lake/tagged").header("x-amz-tagging-count")).isEqualTo("2");
        assertThat(user.get("/lake/tagged?tagging").elements("Value")).containsExactly("kpi", "a+b");

        String one = "<Tagging><TagSet><Tag><Key>k</Key><Value>v</Value></Tag></TagSet></Tagging>";
        assertThat(user.put("/lake/tagged?tagging", one).status()).isEqualTo(200);
        assertThat(user.get("/lake/tagged?tagging").elements("Key")).containsExactly("k");
        assertThat(user.put("/lake/tagged?tagging", "<Tagging/>").error()).isEqualTo("400 MalformedXML");

        assertThat(user.delete("/lake/tagged?tagging").status()).isEqualTo(204);
        assertThat(user.get("/lake/tagged?tagging").elements("Key")).isEmpty();
        assertThat(user.get("/lake/none?tagging").error()).isEqualTo("404 NoSuchKey");
    }

    @Test
    void metadata_is_limited_to_2_kB() {
        assertThat(user.put("/lake/m", "", "x-amz-meta-a", "x".repeat(2047)).status())
                .isEqualTo(200);
        assertThat(user.put("/lake/m", "", "x-amz-meta-a", "x".repeat(2048)).error())
                .isEqualTo("400 MetadataTooLarge");
    }

    @Test
    void a_version_is_rejected_because_there_are_none() {
        user.put("/lake/v", "data");

        assertThat(user.get("/lake/v?versionId=null").text()).isEqualTo("data");
        assertThat(user.get("/lake/v?versionId=7").error()).isEqualTo("400 InvalidArgument");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                "../x",
                "a/../b",
                "./a",
                "a//b",
                "/a",
                "a/",
                "%20",
                "a%20b",
                "a+b",
                "a%2Bb",
                "100%25",
                "a%252Fb",
                "%C3%A4",
                "%F0%9F%9A%80",
                "%1B%5B31m",
                "line%0Abreak",
                "%3Cb%3E%26%22'",
                "%00",
                "%7F",
                "~*",
                "a%3Fb%23c"
            })
    void an_unusual_key_is_one_key(String encoded) {
        String path = "/lake/unusual/" + encoded;

        assertThat(user.put(path, encoded).status()).isEqualTo(200);

        assertThat(user.get(path).text()).isEqualTo(encoded);
        assertThat(user.get("/lake?list-type=2&encoding-type=url&prefix=unusual/")
                        .elements("Key"))
                .singleElement()
                .satisfies(key -> assertThat(Address.decode(key)).isEqualTo("unusual/" + Address.decode(encoded)));
        assertThat(user.delete(path).status()).isEqualTo(204);
        assertThat(user.get("/lake?prefix=unusual/").elements("Key")).isEmpty();
    }

    @Test
    void a_key_has_at_most_1024_bytes() {
        assertThat(user.put("/lake/" + "k".repeat(1024), "").status()).isEqualTo(200);
        assertThat(user.put("/lake/" + "%C3%A4".repeat(512), "").status()).isEqualTo(200);

        assertThat(user.put("/lake/" + "k".repeat(1025), "").error()).isEqualTo("400 KeyTooLongError");
        assertThat(user.put("/lake/" + "%C3%A4".repeat(513), "").element("Size"))
                .isEqualTo("1026");
    }

    @Test
    void a_key_that_is_not_utf_8_is_rejected() {
        assertThat(user.put("/lake/%FF", "").error()).isEqualTo("400 InvalidURI");
    }
}
