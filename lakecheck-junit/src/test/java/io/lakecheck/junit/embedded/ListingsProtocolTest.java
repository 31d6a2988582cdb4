// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedS3Extension.class)
class ListingsProtocolTest {

    private final HttpUser user;

    ListingsProtocolTest(HttpUser user) {
        this.user = user;
    }

    @BeforeEach
    void empty_bucket() {
        user.get("/lake?encoding-type=url").elements("Key").forEach(key -> user.delete("/lake/" + key));
    }

    private void put(String... keys) {
        for (String key : keys) {
            user.put("/lake/" + key, "x");
        }
    }

    @Test
    void version_2_lists_keys_with_their_properties() {
        put("a");

        HttpAnswer page = user.get("/lake?list-type=2");

        assertThat(page.element("Name")).isEqualTo("lake");
        assertThat(page.element("Key")).isEqualTo("a");
        assertThat(page.element("Size")).isEqualTo("1");
        assertThat(page.element("ETag")).isEqualTo("&quot;9dd4e461268c8034f5c8564e155c67a6&quot;");
        assertThat(page.element("StorageClass")).isEqualTo("STANDARD");
        assertThat(page.element("LastModified")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.000Z");
        assertThat(page.element("KeyCount")).isEqualTo("1");
        assertThat(page.element("MaxKeys")).isEqualTo("1000");
        assertThat(page.element("IsTruncated")).isEqualTo("false");
        assertThat(page.text()).doesNotContain("Owner");
        assertThat(user.get("/lake?list-type=2&fetch-owner=true").text()).contains("Owner");
        assertThat(user.get("/lake").text()).contains("Owner");
    }

    @Test
    void version_2_continues_with_a_token() {
        put("a", "b", "c", "d", "e");

        List<String> keys = new ArrayList<>();
        String token = "";
        for (int i = 0; i < 3; i++) {
            HttpAnswer page = user.get("/lake?list-type=2&max-keys=2" + token);
            keys.addAll(page.elements("Key"));
            assertThat(page.element("IsTruncated")).isEqualTo(i < 2 ? "true" : "false");
            token = i < 2 ? "&continuation-token=" + page.element("NextContinuationToken") : "";
        }

        assertThat(keys).containsExactly("a", "b", "c", "d", "e");
    }

    @Test
    void version_1_continues_after_a_marker() {
        put("a", "b/1", "b/2", "c");

        HttpAnswer plain = user.get("/lake?max-keys=2");
        HttpAnswer first = user.get("/lake?max-keys=2&delimiter=/");
        HttpAnswer second = user.get("/lake?max-keys=2&delimiter=/&marker=" + first.element("NextMarker"));

        assertThat(plain.elements("NextMarker")).isEmpty();
        assertThat(user.get("/lake?marker=b/1").elements("Key")).containsExactly("b/2", "c");
        assertThat(first.elements("Key")).containsExactly("a");
        assertThat(first.text()).contains("<CommonPrefixes><Prefix>b/</Prefix></CommonPrefixes>");
        assertThat(second.elements("Key")).containsExactly("c");
        assertThat(second.text()).doesNotContain("CommonPrefixes");
    }

    @Test
    void a_page_holds_a_thousand_keys_and_prefixes() {
        IntStream.range(0, 1001).forEach(i -> put(String.format(Locale.ROOT, "%04d/x", i)));

        HttpAnswer keys = user.get("/lake?list-type=2&max-keys=5000");
        HttpAnswer folders = user.get("/lake?list-type=2&delimiter=/");

        assertThat(keys.elements("Key")).hasSize(1000);
        assertThat(keys.element("IsTruncated")).isEqualTo("true");
        assertThat(folders.elements("KeyCount")).containsExactly("1000");
        assertThat(user.get("/lake?list-type=2&delimiter=/&continuation-token="
                                + folders.element("NextContinuationToken"))
                        .text())
                .contains("<CommonPrefixes><Prefix>1000/</Prefix></CommonPrefixes>")
                .contains("<KeyCount>1</KeyCount>");
    }

    @Test
    void start_after_prefix_and_delimiter_combine() {
        put("a", "dt=1/a", "dt=1/b", "dt=2/a", "z");

        HttpAnswer page = user.get("/lake?list-type=2&prefix=dt%3D&delimiter=/&start-after=dt%3D1/a");

        assertThat(page.text())
                .contains("<CommonPrefixes><Prefix>dt=1/</Prefix></CommonPrefixes>")
                .contains("<CommonPrefixes><Prefix>dt=2/</Prefix></CommonPrefixes>");
        assertThat(user.get("/lake?list-type=2&prefix=dt%3D&delimiter=/&start-after=dt%3D1/b")
                        .element("KeyCount"))
                .isEqualTo("1");
        assertThat(page.element("StartAfter")).isEqualTo("dt=1/a");
        assertThat(user.get("/lake?list-type=2&start-after=dt%3D1/a").elements("Key"))
                .containsExactly("dt=1/b", "dt=2/a", "z");
    }

    @Test
    void a_delimiter_may_be_longer_than_one_character() {
        put("a--b", "a-c", "d");

        HttpAnswer page = user.get("/lake?list-type=2&delimiter=--");

        assertThat(page.elements("Key")).containsExactly("a-c", "d");
        assertThat(page.text()).contains("<CommonPrefixes><Prefix>a--</Prefix></CommonPrefixes>");
    }

    @Test
    void keys_are_ordered_by_their_utf_8_bytes() {
        put("%EF%BD%9E", "%F0%9F%98%80", "z", "%C3%A4");

        assertThat(user.get("/lake?list-type=2&encoding-type=url").elements("Key"))
                .containsExactly("z", "%C3%A4", "%EF%BD%9E", "%F0%9F%98%80");
    }

    @Test
    void names_are_escaped_or_encoded() {
        put("%3Ca%3E%26%22", "%1B", "%0D");

        assertThat(user.get("/lake").elements("Key")).containsExactly("&#xd;", "&#x1b;", "&lt;a&gt;&amp;&quot;");
        assertThat(user.get("/lake?encoding-type=url").elements("Key")).containsExactly("%0D", "%1B", "%3Ca%3E%26%22");
        assertThat(user.get("/lake?encoding-type=url&prefix=%3C&delimiter=%26&marker=%1B")
                        .text())
                .contains("<Prefix>%3C</Prefix>", "<Delimiter>%26</Delimiter>", "<Marker>%1B</Marker>")
                .contains("<CommonPrefixes><Prefix>%3Ca%3E%26</Prefix></CommonPrefixes>");
    }

    @Test
    void no_keys_are_listed_if_none_are_wanted() {
        put("a");

        HttpAnswer page = user.get("/lake?list-type=2&max-keys=0");

        assertThat(page.elements("Key")).isEmpty();
        assertThat(page.element("IsTruncated")).isEqualTo("false");
    }

    @Test
    void invalid_parameters_are_rejected() {
        assertThat(user.get("/lake?list-type=2&max-keys=many").error()).isEqualTo("400 InvalidArgument");
        assertThat(user.get("/lake?list-type=2&max-keys=-1").error()).isEqualTo("400 InvalidArgument");
        assertThat(user.get("/lake?encoding-type=base64").error()).isEqualTo("400 InvalidArgument");
        assertThat(user.get("/lake?list-type=2&continuation-token=!").error()).isEqualTo("400 InvalidArgument");
    }
}
