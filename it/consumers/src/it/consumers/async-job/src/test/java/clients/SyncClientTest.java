// SPDX-License-Identifier: Apache-2.0
package clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lakecheck.junit.embedded.EmbeddedS3;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;
import software.amazon.awssdk.services.s3.model.Tag;

class SyncClientTest {

    private EmbeddedS3 server;
    private S3Client s3;

    @BeforeEach
    void start() {
        server = EmbeddedS3.start();
        s3 = Clients.configure(S3Client.builder(), server)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
        s3.createBucket(each -> each.bucket("lake"));
    }

    @AfterEach
    void close() {
        s3.close();
        server.close();
    }

    private void put(String key, String text) {
        s3.putObject(each -> each.bucket("lake").key(key), RequestBody.fromString(text));
    }

    private String text(String key) {
        return s3.getObjectAsBytes(each -> each.bucket("lake").key(key)).asUtf8String();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a/b c+d", "../x", "ä/🚀", "100%", "<&>\"'", "line\nbreak", "//double", "~*"})
    void an_object_makes_a_round_trip(String key) {
        s3.putObject(
                each -> each.bucket("lake").key(key).contentType("text/plain").metadata(Map.of("job", "kpi")),
                RequestBody.fromString("data"));

        assertThat(text(key)).isEqualTo("data");
        assertThat(s3.headObject(each -> each.bucket("lake").key(key)).metadata())
                .containsEntry("job", "kpi");
        assertThat(s3.listObjectsV2(each -> each.bucket("lake").encodingType("url"))
                        .contents())
                .extracting(S3Object::key)
                .containsExactly(key);

        s3.copyObject(each -> each.sourceBucket("lake")
                .sourceKey(key)
                .destinationBucket("lake")
                .destinationKey("copy"));
        assertThat(text("copy")).isEqualTo("data");
    }

    @ParameterizedTest
    @EnumSource(names = {"CRC32", "CRC32_C", "SHA1"}) // SDK 2.25 sends the SHA-256 of an empty body
    void checksums_are_verified_on_both_ways(ChecksumAlgorithm algorithm) {
        s3.putObject(
                each -> each.bucket("lake").key("sum").checksumAlgorithm(algorithm), RequestBody.fromString("data"));

        assertThat(s3.getObjectAsBytes(each -> each.bucket("lake").key("sum").checksumMode(ChecksumMode.ENABLED))
                        .asUtf8String())
                .isEqualTo("data");
    }

    @Test
    void listings_are_paged() {
        IntStream.range(0, 1100).forEach(i -> put("many/" + i, ""));

        assertThat(s3.listObjectsV2Paginator(each -> each.bucket("lake").prefix("many/"))
                        .contents())
                .hasSize(1100);
        assertThat(s3.listObjectsV2(each -> each.bucket("lake").delimiter("/")).commonPrefixes())
                .singleElement()
                .satisfies(folder -> assertThat(folder.prefix()).isEqualTo("many/"));
    }

    @Test
    void many_objects_are_deleted() {
        put("a", "1");
        put("b", "1");

        s3.deleteObjects(each -> each.bucket("lake")
                .delete(all -> all.objects(
                        ObjectIdentifier.builder().key("a").build(),
                        ObjectIdentifier.builder().key("b").build())));

        assertThat(s3.listObjects(each -> each.bucket("lake")).contents()).isEmpty();
    }

    @Test
    void an_upload_in_parts_is_completed() {
        String id = s3.createMultipartUpload(each -> each.bucket("lake").key("parts"))
                .uploadId();
        List<CompletedPart> parts = IntStream.rangeClosed(1, 2)
                .mapToObj(number -> CompletedPart.builder()
                        .partNumber(number)
                        .eTag(s3.uploadPart(
                                        each -> each.bucket("lake")
                                                .key("parts")
                                                .uploadId(id)
                                                .partNumber(number),
                                        RequestBody.fromBytes(new byte[5 * 1024 * 1024]))
                                .eTag())
                        .build())
                .toList();
        assertThat(s3.listParts(each -> each.bucket("lake").key("parts").uploadId(id))
                        .parts())
                .hasSize(2);
        s3.completeMultipartUpload(
                each -> each.bucket("lake").key("parts").uploadId(id).multipartUpload(all -> all.parts(parts)));

        assertThat(s3.headObject(each -> each.bucket("lake").key("parts")).contentLength())
                .isEqualTo(10 * 1024 * 1024);
    }

    @Test
    void ranges_and_tags_are_read() {
        s3.putObject(each -> each.bucket("lake").key("t").tagging("team=kpi"), RequestBody.fromString("0123456789"));

        assertThat(s3.getObjectAsBytes(each -> each.bucket("lake").key("t").range("bytes=2-4"))
                        .asUtf8String())
                .isEqualTo("234");
        assertThat(s3.getObjectTagging(each -> each.bucket("lake").key("t")).tagSet())
                .containsExactly(Tag.builder().key("team").value("kpi").build());
    }

    @Test
    void errors_are_those_of_s3() {
        assertThatThrownBy(() -> text("missing")).isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.headObject(each -> each.bucket("lake").key("missing")))
                .isInstanceOf(NoSuchKeyException.class);
        assertThatThrownBy(() -> s3.getBucketPolicy(each -> each.bucket("lake")))
                .isInstanceOfSatisfying(S3Exception.class, error -> {
                    assertThat(error.statusCode()).isEqualTo(501);
                    assertThat(error.awsErrorDetails().errorMessage()).contains("GetBucketPolicy");
                });
    }

    @Test
    void the_order_of_writes_is_known() {
        put("b", "1");
        put("a", "1");

        assertThat(server.writeNumber("lake", "a").orElseThrow())
                .isGreaterThan(server.writeNumber("lake", "b").orElseThrow());
    }
}
