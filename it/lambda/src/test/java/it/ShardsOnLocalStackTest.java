// SPDX-License-Identifier: Apache-2.0
package it;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.deployment.Deployment;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The module's example for shards, applied to a server: a suite of 1000 datasets runs through the state machine in 10
 * shards, of which one fails. LocalStack does not start schedules, so the test starts the state machine with the input
 * of the schedule.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShardsOnLocalStackTest {

    private static final String REPORT = "lakecheck/latest/lakecheck.json";

    @TempDir
    static Path folder;

    private static LambdaServer server;
    private static S3Client s3;
    private static Terraform terraform;

    @BeforeAll
    static void prepare() throws IOException {
        Terraform.require();
        LambdaServer.require("a run of shards");
        String suite = suite();
        Path target = folder.resolve("target");
        Path file = Files.writeString(folder.resolve("lakecheck.yml"), suite);
        Path facts = Files.createDirectories(target.resolve("lakecheck")).resolve(Deployment.FILE);
        try (OutputStream out = Files.newOutputStream(facts)) {
            Deployment.of(
                            SuiteFile.read(file, name -> Optional.empty()),
                            Clock.systemUTC().instant())
                    .writeTo(out);
        }
        Files.write(
                target.resolve("lakecheck-function.zip"), FunctionZip.built().with(suite));
        server = LambdaServer.start();
        s3 = server.client(S3Client.builder().forcePathStyle(true));
        s3.createBucket(create -> create.bucket("refined")
                .createBucketConfiguration(location -> location.locationConstraint("eu-west-1")));
        for (int area = 0; area < 7; area++) {
            String key = "area-" + area + "/part-0";
            byte[] content = new byte[area == 0 ? 10 : 2000];
            s3.putObject(put -> put.bucket("refined").key(key), RequestBody.fromBytes(content));
        }
        terraform = Terraform.inCopyOf(
                folder.resolve("module"),
                "examples/fan-out",
                Map.of(
                        "AWS_ENDPOINT_URL", server.endpoint().toString(),
                        "AWS_REGION", "eu-west-1",
                        "AWS_ACCESS_KEY_ID", "test",
                        "AWS_SECRET_ACCESS_KEY", "test",
                        "TF_VAR_target", target.toString(),
                        "TF_VAR_reports", "reports",
                        "TF_VAR_concurrency", "2"));
        terraform.run("init", "-input=false");
    }

    /** Returns a suite of 1000 datasets. They share seven folders, because LocalStack writes objects slowly. */
    private static String suite() {
        return IntStream.rangeClosed(1, 1000)
                .mapToObj(i -> String.format(
                        Locale.ROOT,
                        "  d-%04d: { location: \"s3://refined/area-%d/\", checks: [ size: { min: 1 kB } ] }\n",
                        i,
                        i % 7))
                .collect(Collectors.joining("", "deployment: { shards: 10 }\ndatasets:\n", ""));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            s3.close();
            server.close();
        }
    }

    private static String read(String key) {
        return s3.getObjectAsBytes(get -> get.bucket("reports").key(key)).asString(StandardCharsets.UTF_8);
    }

    private static Stream<String> names(String outcome, String report) {
        return Pattern.compile("\"name\": \"(d-\\d{4})\"[^{]*?\"outcome\": \"" + outcome + "\"")
                .matcher(report)
                .results()
                .map(match -> match.group(1));
    }

    private static int number(String name) {
        return Integer.parseInt(name.substring(2));
    }

    @Test
    @Order(1)
    void all_datasets_are_in_the_report_although_a_shard_fails() {
        terraform.run("apply", "-auto-approve", "-input=false");
        String schedule = "daily-0000-UTC";
        String input = StateMachine.input(server.endpoint(), "lakecheck", schedule);
        String items = "lakecheck/deployment/" + schedule + ".json";
        assertThat(input).contains(items);
        // The function rejects a shard with a dataset that the suite doesn't contain.
        String broken = read(items).replace("\"d-0003\"", "\"removed\"");
        s3.putObject(put -> put.bucket("reports").key(items), RequestBody.fromString(broken));

        String execution =
                new StateMachine(server.endpoint(), terraform.run("output", "-raw", "state_machine_arn")).run(input);

        // Unknown data fails the run, like that of a single function.
        assertThat(execution).contains("\"FAILED\"", "FunctionException");
        String report = read(REPORT);
        assertThat(report)
                .contains("\"passed\": 772", "\"failed\": 128", "\"unknown\": 100")
                .contains("shard 3 failed (");
        assertThat(Pattern.compile("\"name\": \"d-\\d{4}\"").matcher(report).results())
                .hasSize(1000);
        assertThat(names("UNKNOWN", report)).hasSize(100).allMatch(name -> number(name) % 10 == 3);
        assertThat(names("FAILED", report)).hasSize(128).allMatch(name -> number(name) % 7 == 0);
        assertThat(read("lakecheck/latest/index.html")).contains("d-0001", "d-0003", "d-1000");
    }

    @Test
    @Order(2)
    void destroy_leaves_nothing() {
        terraform.run("destroy", "-auto-approve", "-input=false");

        assertThat(terraform.run("state", "list")).isEmpty();
        assertThat(server.lambda().listFunctions().functions()).isEmpty();
    }
}
