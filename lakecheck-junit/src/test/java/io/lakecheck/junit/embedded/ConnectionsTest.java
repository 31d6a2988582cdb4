// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmbeddedS3Extension.class)
@SuppressWarnings("StringConcatToTextBlock") // Lines of HTTP end with CRLF.
class ConnectionsTest {

    private final EmbeddedS3 s3;
    private final HttpUser user;

    ConnectionsTest(EmbeddedS3 s3, HttpUser user) {
        this.s3 = s3;
        this.user = user;
    }

    @Test
    void several_requests_share_a_connection_even_after_errors() throws IOException {
        String answers = exchange(
                "PUT /missing/a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n12345",
                "HEAD /lake/missing HTTP/1.1\r\nHost: x\r\n\r\n",
                "PUT /lake/shared HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n12345",
                "HEAD /lake/shared HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /lake/shared HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");

        assertThat(statuses(answers)).containsExactly("404", "404", "200", "200", "200");
        assertThat(answers).endsWith("12345");
    }

    @Test
    void a_client_may_wait_for_permission_to_send_the_body() throws IOException {
        String answers = exchange(
                "PUT /lake/expected HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 5\r\n"
                        + "Connection: close\r\n\r\n",
                "12345");

        assertThat(statuses(answers)).containsExactly("100", "200");
        assertThat(user.get("/lake/expected").text()).isEqualTo("12345");
    }

    @Test
    void a_body_may_have_the_chunks_of_http() throws IOException {
        String answers = exchange("PUT /lake/transfer HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n"
                + "Connection: close\r\n\r\n3\r\n123\r\n2\r\n45\r\n0\r\n\r\n");

        assertThat(statuses(answers)).containsExactly("200");
        assertThat(user.get("/lake/transfer").text()).isEqualTo("12345");
    }

    @Test
    void a_bucket_may_be_part_of_the_host() throws IOException {
        String host = "Host: lake.localhost:" + s3.endpoint().getPort() + "\r\n";
        String answers = exchange(
                "PUT /v/1 HTTP/1.1\r\n" + host + "Content-Length: 5\r\n\r\n12345",
                "GET /?list-type=2&prefix=v HTTP/1.1\r\n" + host + "Connection: close\r\n\r\n");

        assertThat(statuses(answers)).containsExactly("200", "200");
        assertThat(answers).contains("<Key>v/1</Key>");
        assertThat(user.get("/lake/v/1").text()).isEqualTo("12345");
    }

    @Test
    void a_body_that_breaks_off_is_not_stored() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("PUT /lake/broken HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n12345"
                            .getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }

        assertThat(user.get("/lake/broken").status()).isEqualTo(404);
    }

    @Test
    void a_client_may_break_off_a_download() throws IOException {
        user.put("/lake/download", "x".repeat(8 * 1024 * 1024));

        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("GET /lake/download HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readNBytes(1000);
        }

        assertThat(user.get("/lake/download").body()).hasSize(8 * 1024 * 1024);
    }

    @Test
    void clients_are_served_concurrently() {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<CompletableFuture<HttpAnswer>> answers = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> {
                                user.put("/lake/many/" + i, "n" + i);
                                return user.get("/lake/many/" + i);
                            },
                            threads))
                    .toList();

            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).join().text()).isEqualTo("n" + i);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(user.get("/lake?list-type=2&prefix=many/").element("KeyCount"))
                .isEqualTo("200");
    }

    @Test
    void only_this_machine_can_connect() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();

        assertThat(s3.endpoint().getHost()).isEqualTo("127.0.0.1");
        for (InetAddress address : others) {
            assertThatThrownBy(() -> {
                        try (Socket socket = new Socket()) {
                            socket.connect(
                                    new InetSocketAddress(address, s3.endpoint().getPort()), 5000);
                        }
                    })
                    .isInstanceOf(ConnectException.class);
        }
    }

    @Test
    void a_closed_server_accepts_no_connection() {
        EmbeddedS3 closed = EmbeddedS3.start();
        closed.close();

        assertThatThrownBy(() -> new Socket(
                                InetAddress.getLoopbackAddress(),
                                closed.endpoint().getPort())
                        .close())
                .isInstanceOf(ConnectException.class);
    }

    private static List<String> statuses(String answers) {
        return Pattern.compile("HTTP/1\\.1 (\\d+)")
                .matcher(answers)
                .results()
                .map((MatchResult status) -> status.group(1))
                .toList();
    }

    /** Sends strings over the same connection, each after the response to the previous one has begun. */
    private String exchange(String... texts) throws IOException {
        try (Socket socket = connect()) {
            StringBuilder answers = new StringBuilder();
            InputStream in = socket.getInputStream();
            for (int i = 0; i < texts.length; i++) {
                socket.getOutputStream().write(texts[i].getBytes(StandardCharsets.US_ASCII));
                if (i < texts.length - 1) {
                    answers.append((char) in.read());
                    answers.append(new String(in.readNBytes(in.available()), StandardCharsets.US_ASCII));
                }
            }
            return answers.append(new String(in.readAllBytes(), StandardCharsets.US_ASCII))
                    .toString();
        }
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), s3.endpoint().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
