// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.lakecheck.report.RecordingConsole;
import io.lakecheck.spec.RunSettings;
import io.lakecheck.spec.SuiteFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tests an endpoint that only supports S3, such as a server for tests at {@code AWS_ENDPOINT_URL}. Such servers reject
 * the requests for CloudWatch in different ways.
 */
class ServerWithoutCloudWatchTest {

    private final RecordingConsole console = RecordingConsole.plain();
    private HttpServer server;
    private String response = "";
    private int status;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = response.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", "application/xml");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket",
        "405, MethodNotAllowed",
        "403, AccessDenied",
        "403, SignatureDoesNotMatch",
        "501, NotImplemented",
        "400, InvalidRequest",
        "200, ''"
    })
    void is_named_with_its_address_and_the_remedy(int rejection, String code) {
        status = rejection;
        response = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                + "</Code><Message>no</Message><Resource>/</Resource></Error>";
        String expected = "CloudWatch at " + address() + " sent an unexpected response";

        RunResult alarms = commands().alarms();
        commands().verify(folder.resolve("out"), progress -> {});

        assertThat(alarms.message())
                .startsWith("could not list the alarms: " + expected)
                .contains("Check that the endpoint is correct (cloudwatch: { endpoint: … } in the suite");
        assertThat(console.lines)
                .anyMatch(line -> line.startsWith("W could not publish metrics to Lake/Checks: " + expected)
                        && line.contains("Check that the endpoint is correct"));
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private Commands commands() {
        String suite = String.format(Locale.ROOT, """
                cloudwatch: { namespace: Lake/Checks, endpoint: "%s", region: eu-west-1 }
                datasets:
                  kpi: { location: "lake/kpi/{date}/", checks: [ size: { min: 1 } ] }
                """, address());
        return new Commands(
                "lakecheck.yml",
                () -> SuiteFile.parse("lakecheck.yml", suite, folder),
                () -> RunSettings.read("the settings", Map.of(), name -> Optional.empty()),
                Clock.systemUTC(),
                console,
                name -> Optional.empty());
    }
}
