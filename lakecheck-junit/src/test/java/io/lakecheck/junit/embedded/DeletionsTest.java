// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(EmbeddedS3Extension.class)
class DeletionsTest {

    private final HttpUser user;

    DeletionsTest(HttpUser user) {
        this.user = user;
    }

    @Test
    void many_objects_are_deleted_with_one_request() {
        user.put("/lake/a", "1");
        user.put("/lake/%3Cb%3E", "1");

        HttpAnswer deleted = user.post(
                "/lake?delete",
                "<Delete xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Object><Key>a</Key></Object>"
                        + "<Object><Key>&lt;b&gt;</Key></Object><Object><Key>missing</Key></Object></Delete>");

        assertThat(deleted.elements("Key")).containsExactly("a", "&lt;b&gt;", "missing");
        assertThat(user.get("/lake").elements("Key")).isEmpty();
    }

    @Test
    void a_quiet_deletion_reports_only_errors() {
        user.put("/lake/a", "1");

        HttpAnswer deleted = user.post(
                "/lake?delete",
                "<Delete><Quiet>true</Quiet><Object><Key>a</Key></Object>"
                        + "<Object><Key>b</Key><VersionId>7</VersionId></Object></Delete>");

        assertThat(deleted.element("Key")).isEqualTo("b");
        assertThat(deleted.element("Code")).isEqualTo("InvalidArgument");
        assertThat(user.get("/lake/a").status()).isEqualTo(404);
    }

    @Test
    void an_object_in_the_list_may_have_a_condition() {
        user.put("/lake/a", "1");

        HttpAnswer deleted =
                user.post("/lake?delete", "<Delete><Object><Key>a</Key><ETag>\"x\"</ETag></Object></Delete>");

        assertThat(deleted.element("Code")).isEqualTo("PreconditionFailed");
        assertThat(user.delete("/lake/a").status()).isEqualTo(204);
    }

    @Test
    void a_thousand_keys_are_the_limit() {
        assertThat(user.post("/lake?delete", keys(1000)).status()).isEqualTo(200);
        assertThat(user.post("/lake?delete", keys(1001)).error()).isEqualTo("400 MalformedXML");
    }

    private static String keys(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "<Object><Key>" + i + "</Key></Object>")
                .collect(Collectors.joining("", "<Delete>", "</Delete>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<Delete>",
                "<Delete/>",
                "<Other><Object><Key>a</Key></Object></Other>",
                "<Delete><Object/></Delete>",
                "<Delete><Object><Key>&undefined;</Key></Object></Delete>",
                "<!DOCTYPE Delete [<!ENTITY a \"a\">]><Delete><Object><Key>&a;</Key></Object></Delete>",
                "<!DOCTYPE Delete SYSTEM \"file:///etc/passwd\"><Delete><Object><Key>a</Key></Object></Delete>",
                "<Delete><Object><Key>a</Key></Object></Delete><more/>",
                "<a><a><a><a><a><a><a><a><a><a><a><a/></a></a></a></a></a></a></a></a></a></a></a>"
            })
    void a_malformed_document_is_rejected(String xml) {
        assertThat(user.post("/lake?delete", xml).error()).isEqualTo("400 MalformedXML");
    }
}
