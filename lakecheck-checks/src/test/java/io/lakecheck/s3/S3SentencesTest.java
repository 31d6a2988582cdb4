// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import static io.lakecheck.s3.StubbedLake.dataset;
import static io.lakecheck.s3.StubbedLake.exactly;

import io.lakecheck.Finding;
import io.lakecheck.Sentences;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Pins the package's messages, which explain why a check is UNKNOWN. */
class S3SentencesTest {

    private static final String LISTED = "s3://refined/kpi/";

    @Test
    void sentences_are_as_pinned() throws IOException {
        new Sentences()
                .add("not an S3 location", reason("s3:/refined/", right -> right))
                .add("invalid bucket name", reason("s3://_/kpi/", right -> right))
                .add("missing bucket", reason("s3://refind/kpi/", right -> right))
                .add("access denied", rejected(403, "AccessDenied", "Access Denied"))
                .add("bucket in another region", reason(LISTED, right -> StubResponse.error(301, "PermanentRedirect")
                        .with("x-amz-bucket-region", "eu-central-1")))
                .add("bucket in an unknown region", rejected(301, "PermanentRedirect", "Use another endpoint."))
                .add("response is cut off", reason(LISTED, right -> right.by(StubResponse.Delivery.SHORT)))
                .add(
                        "response is a web page",
                        reason(LISTED, right -> right.withBody("<html><body>Log in</body></html>")))
                .add("list of another bucket", reason(LISTED, right -> right.replacing("<Name>refined<", "<Name>raw<")))
                .add("list of another folder", reason(LISTED, right -> right.replacing("<Prefix>kpi/", "<Prefix>api/")))
                .add(
                        "key of another folder",
                        reason(LISTED, right -> right.replacing("-02/part-00001<", "-03/part-00001<")))
                .add("duplicate key", reason(LISTED, right -> right.replacing("part-00001<", "part-00000<")))
                .add("missing key", reason(LISTED, right -> right.replacing("<KeyCount>3<", "<KeyCount>4<")))
                .add("object without size", reason(LISTED, right -> right.replacing("<Size>100</Size>", "")))
                .add(
                        "object with an invalid time",
                        reason(LISTED, right -> right.replacing("<LastModified>2025", "<LastModified>25")))
                .add("object with two keys", reason(LISTED, right -> right.replacing("<Size>", "<Key>a</Key><Size>")))
                .add("duplicate element", reason(LISTED, right -> right.replacing("<Name>", "<Name>raw</Name><Name>")))
                .add("invalid key", reason(LISTED, right -> right.replacing("part-00001<", "part%0<")))
                .add("element inside text", reason(LISTED, right -> right.replacing("part-00001<", "<b/><")))
                .add("DTD", reason(LISTED, right -> right.replacing("<Name>", "<!DOCTYPE a><Name>")))
                .add("unknown entity", reason(LISTED, right -> right.replacing("part-00001<", "&part;<")))
                .add("deep nesting", reason(LISTED, right -> right.replacing("<Name>", "<a>".repeat(9) + "<Name>")))
                .add("long text", reason(LISTED, right -> right.replacing("part-00001<", "a".repeat(99_999) + "<")))
                .add("long body", reason(LISTED, right -> right.withBody(" ".repeat(9_999_999))))
                .add("unsupported encoding", reason(LISTED, right -> right.replacing("UTF-8", "UTF-16")))
                .add(
                        "invalid IsTruncated",
                        reason(LISTED, right -> right.replacing("<IsTruncated>false<", "<IsTruncated>no<")))
                .add(
                        "missing continuation token",
                        reason(LISTED, right -> right.replacing("<IsTruncated>false<", "<IsTruncated>true<")))
                .add("permission to read is missing", file(folder -> folder.read("lakecheck.yml", 1)))
                .add(
                        "permission to write is missing",
                        file(folder -> folder.write("index.html", new byte[1], "text/html")))
                .check("s3");
    }

    private static String file(Consumer<S3Folder> request) throws IOException {
        try (StubFiles server = new StubFiles();
                S3Folder folder = S3Folder.at("s3://reports/lakecheck/", server.connection())) {
            server.reject("AccessDenied");
            return Sentences.message(() -> request.accept(folder));
        }
    }

    private static String rejected(int status, String code, String message) throws IOException {
        return reason(LISTED, right -> StubResponse.xml(status, S3Xml.error(code, message)));
    }

    private static String reason(String root, UnaryOperator<StubResponse> answer) throws IOException {
        try (StubbedLake lake = new StubbedLake().holding("kpi", 3)) {
            lake.with(Fault.always(answer));
            Finding finding = lake.judge(dataset(root, exactly(300))).findings().get(0);
            return Sentences.message(finding.evidence()::current).replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT");
        }
    }
}
