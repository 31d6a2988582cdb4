// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lakecheck.Hazard;
import io.lakecheck.Survives;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests reading the bytes of a page. Everything unusual is rejected, and no object is ever left out. */
class PageBodyTest {

    private static final String OBJECT =
            "<Contents><Key>kpi/a</Key><LastModified>2026-01-03T03:00:07.000Z</LastModified>"
                    + "<ETag>&quot;e&quot;</ETag><Size>42</Size><StorageClass>STANDARD</StorageClass></Contents>";

    private static final String PAGE = page(OBJECT);

    /** A page whose second object is compared with the first one, and whose third object has a different markup. */
    private static final String LONGER_PAGE =
            page(OBJECT + OBJECT.replace("kpi/a", "kpi/b") + OBJECT.replace("<ETag>&quot;e&quot;</ETag>", ""));

    @Test
    void reads_a_page() throws Exception {
        PageBody page = read(PAGE);

        assertThat(page.property("Name")).contains("refined");
        assertThat(page.property("IsTruncated")).contains("false");
        assertThat(page.property("Delimiter")).isEmpty();
        assertThat(page.folders()).hasSize(1).first().isEqualTo(bytes("kpi/b/"));
        ListedObject object = page.objects().get(0);
        assertThat(object.key()).isEqualTo(bytes("kpi/a"));
        assertThat(object.bytes()).isEqualTo(42);
        assertThat(object.modified()).isEqualTo(Instant.parse("2026-01-03T03:00:07Z"));
        assertThat(object.etag()).isEqualTo("\"e\"");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void a_page_that_arrives_in_small_pieces_is_the_same(int piece) throws Exception {
        byte[] whole = bytes(page((OBJECT + OBJECT.replace("kpi/a", "kpi/b")).repeat(200)));
        InputStream pieces = new ByteArrayInputStream(whole) {
            @Override
            public int read(byte[] to, int from, int count) {
                return super.read(to, from, Math.min(piece, count));
            }
        };

        assertThat(PageBody.read(pieces).objects())
                .hasSize(400)
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(PageBody.read(new ByteArrayInputStream(whole)).objects());
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Survives(Hazard.PAGE_NEVER_WHOLE)
    void a_page_cut_off_at_any_byte_is_rejected(String page) {
        byte[] whole = bytes(page);

        assertThat(IntStream.range(0, whole.length)).allSatisfy(length -> assertThatThrownBy(
                        () -> PageBody.read(new ByteArrayInputStream(Arrays.copyOf(whole, length))))
                .as("first %d bytes", length)
                .isInstanceOf(PageException.class));
    }

    @ParameterizedTest
    @MethodSource("pages")
    @Survives(Hazard.HOSTILE_XML)
    void a_stray_start_of_a_tag_is_rejected_everywhere(String page) {
        byte[] whole = bytes(page);
        assertThat(IntStream.range(0, whole.length)).allSatisfy(at -> {
            byte[] changed = whole.clone();
            changed[at] = '<';
            PageException rejected =
                    catchThrowableOfType(PageException.class, () -> PageBody.read(new ByteArrayInputStream(changed)));
            assertThat(rejected != null || whole[at] == '<').as("byte %d", at).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "a&amp;b, a&b",
        "&lt;&gt;&quot;&apos;, <>\"'",
        "&#65;&#x42;&#x1F600;, AB\uD83D\uDE00",
        "é\uD83D\uDE00, é\uD83D\uDE00"
    })
    void references_are_resolved(String xml, String key) throws Exception {
        assertThat(read(page(OBJECT.replace("kpi/a", xml))).objects().get(0).key())
                .isEqualTo(bytes(key));
    }

    @ParameterizedTest
    @CsvSource({"a%20b+c, a b c", "%25, %", "%2f%2F, //", "%F0%9F%98%80, \uD83D\uDE00", "%7F, \u007F", "a, a", "'', ''"
    })
    void keys_are_decoded_if_the_page_says_so(String encoded, String key) throws Exception {
        assertThat(read(PAGE).decode(bytes(encoded))).isEqualTo(bytes(encoded));
        assertThat(read(PAGE.replace("<Name>", "<EncodingType>url</EncodingType><Name>"))
                        .decode(bytes(encoded)))
                .isEqualTo(bytes(key));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "%2", "%GG", "a%2"})
    void keys_with_an_invalid_encoding_are_rejected(String encoded) {
        assertThatThrownBy(() -> UrlEncoding.decode(bytes(encoded)))
                .isInstanceOf(PageException.class)
                .hasMessageContaining("encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-03T03:00:07Z, 2026-01-03T03:00:07Z",
        "2026-01-03T03:00:07.999999Z, 2026-01-03T03:00:07Z",
        "2026-01-03T04:00:07+01:00, 2026-01-03T03:00:07Z",
        "2024-02-29T23:59:59.000Z, 2024-02-29T23:59:59Z"
    })
    void times_are_read(String time, Instant expected) throws Exception {
        Instant read = read(page(OBJECT.replace("2026-01-03T03:00:07.000Z", time)))
                .objects()
                .get(0)
                .modified();

        assertThat(read).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<Size></Size>",
                "<Size>-1</Size>",
                "<Size>4 2</Size>",
                "<Size>9223372036854775808</Size>",
                "<Size>42</Size><Size>43</Size>",
                "<LastModified>2026-02-29T03:00:07.000Z</LastModified>",
                "<LastModified>yesterday</LastModified>",
                "<Size><b>42</b></Size>",
                "",
            })
    @Survives(Hazard.HOSTILE_XML)
    void objects_without_valid_values_are_rejected(String size) {
        String invalid = OBJECT.replace("<Size>42</Size>", size);

        assertRejected(page(invalid), "");
        assertRejected(page(OBJECT + invalid), "");
    }

    @ParameterizedTest
    @MethodSource
    @Survives(Hazard.HOSTILE_XML)
    void hostile_pages_are_rejected(String page, String reason) {
        assertRejected(page, reason);
    }

    static Stream<Object[]> hostile_pages_are_rejected() {
        String declared = "<!DOCTYPE r [<!ENTITY a \"kpi/\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
        return Stream.of(
                new Object[] {declared + PAGE, "is not a list of objects"},
                new Object[] {PAGE.replace("<Name>", declared + "<Name>"), "a DTD"},
                new Object[] {PAGE.replace("kpi/a", "&a;"), "unknown entity"},
                new Object[] {PAGE.replace("kpi/a", "&#0;"), "unknown entity"},
                new Object[] {PAGE.replace("kpi/a", "&#xD800;"), "unknown entity"},
                new Object[] {PAGE.replace("kpi/a", "&#99999999;"), "unknown entity"},
                new Object[] {PAGE.replace("kpi/a", "&" + "a".repeat(99)), "unknown entity"},
                new Object[] {PAGE.replace("kpi/a", "<![CDATA[kpi/a]]>"), "a DTD, a comment"},
                new Object[] {PAGE.replace("<Name>", "<!-- x --><Name>"), "a comment"},
                new Object[] {PAGE.replace("<Name>", "<?php ?><Name>"), "other markup"},
                new Object[] {PAGE.replace("kpi/a", "\u0001"), "not XML"},
                new Object[] {PAGE.replace("<Name>", "<a>".repeat(99) + "<Name>"), "nested too deeply"},
                new Object[] {PAGE.replace("kpi/a", "a".repeat(TextBuffer.MAX_LENGTH + 1)), "too long for a key"},
                new Object[] {PAGE.replace("<Name>", "<" + "a".repeat(99_999) + ">"), "too long for a key"},
                new Object[] {PAGE + " ".repeat(BodyBytes.MAX_LENGTH), "too large for a list"},
                new Object[] {PAGE + PAGE, "not XML"},
                new Object[] {PAGE.replace("</Name>", "</Nam>"), "not XML"},
                new Object[] {PAGE.replace("<Name>", "stray text<Name>"), "not XML"},
                new Object[] {PAGE.replace("<Name>", "<Name>raw</Name><Name>"), "contains the element Name twice"},
                new Object[] {"<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + PAGE, "not encoded in UTF-8"},
                new Object[] {"<?xml " + "a".repeat(999) + "?>" + PAGE, "not XML"},
                new Object[] {"", "is not a list of objects"},
                new Object[] {"{\"Contents\": []}", "is not a list of objects"},
                new Object[] {PAGE.replace("ListBucketResult", "ListAllMyBucketsResult"), "is not a list of objects"});
    }

    @Test
    void unknown_elements_and_attributes_are_skipped() throws Exception {
        String odd = PAGE.replace("<Name>", "<Owner type='a>b'><ID>1</ID><x/></Owner><Prefix/>\r\n\t<Name a=\"/\" >");

        assertThat(read("<?xml version='1.0' encoding='utf-8'?>\n" + odd + "\n").property("Prefix"))
                .contains("");
    }

    static Stream<String> pages() {
        return Stream.of(PAGE, LONGER_PAGE);
    }

    private static String page(String object) {
        return "<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>refined</Name>"
                + "<IsTruncated>false</IsTruncated>" + object
                + "<CommonPrefixes><Prefix>kpi/b/</Prefix></CommonPrefixes></ListBucketResult>";
    }

    private static void assertRejected(String page, String reason) {
        assertThatThrownBy(() -> read(page)).isInstanceOf(PageException.class).hasMessageContaining(reason);
    }

    private static PageBody read(String xml) throws IOException, PageException {
        return PageBody.read(new ByteArrayInputStream(bytes(xml)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
