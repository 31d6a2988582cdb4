// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A port on 127.0.0.1 that forwards requests to a server and records the order in which the server confirmed writes, no
 * matter which client sent them. Used for servers that don't number writes themselves.
 */
final class RecordingEndpoint implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private static final int HTTP_PORT = 80;

    private static final Pattern ETAG = Pattern.compile("<ETag>(?:\"|&quot;|&#34;)?([^\"&<]+)");

    private final URI server;
    private final WriteTimes writeTimes;
    private final ServerSocket socket;

    private RecordingEndpoint(URI server, WriteTimes writeTimes, ServerSocket socket) {
        this.server = server;
        this.writeTimes = writeTimes;
        this.socket = socket;
    }

    /** @param server the server's address, which must have the scheme {@code http} */
    static RecordingEndpoint before(URI server, WriteTimes writeTimes) {
        try {
            ServerSocket socket = new ServerSocket();
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0));
            RecordingEndpoint endpoint = new RecordingEndpoint(server, writeTimes, socket);
            start(endpoint::acceptAll);
            return endpoint;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open a port on 127.0.0.1", e);
        }
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "lakecheck-endpoint");
        thread.setDaemon(true);
        thread.start();
    }

    private void acceptAll() {
        try {
            while (true) {
                Socket client = socket.accept();
                start(() -> serve(client));
            }
        } catch (IOException e) {
            // The socket was closed.
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream requests = new BufferedInputStream(client.getInputStream());
            boolean isOpen = true;
            while (isOpen) {
                isOpen = forward(requests, client.getOutputStream());
            }
        } catch (IOException e) {
            // The client or the server closed the connection. If the server did, the client reports an error.
        }
    }

    /** Forwards one request and its response. Returns whether the connection stays open for another request. */
    private boolean forward(InputStream requests, OutputStream responses) throws IOException {
        HttpMessage request = HttpMessage.read(requests);
        if (request == null) {
            return false;
        }
        if (request.header("Expect").isPresent()) {
            responses.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            responses.flush();
        }
        try (Socket connection = connect()) {
            request.send(requests, connection.getOutputStream());
            InputStream answers = new BufferedInputStream(connection.getInputStream());
            HttpMessage response = HttpMessage.readFinal(answers);
            if (response == null) {
                return false;
            }
            Optional<String> written = response.isSuccess() ? request.writtenAddress() : Optional.empty();
            if (written.isEmpty()) {
                return response.answer(request, answers, responses);
            }
            // Record the write before the client receives the response, so that the client's next write has a higher
            // number.
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            boolean isOpen = response.answer(request, answers, answer);
            writeTimes.recordWrite(
                    written.get(), response.header("ETag").or(() -> etag(answer.toString(StandardCharsets.UTF_8))));
            answer.writeTo(responses);
            responses.flush();
            return isOpen;
        }
    }

    /** Returns the ETag in the response to a copy or a completed upload, which is not a header. */
    private static Optional<String> etag(String answer) {
        Matcher etag = ETAG.matcher(answer);
        return etag.find() ? Optional.of('"' + etag.group(1) + '"') : Optional.empty();
    }

    private Socket connect() throws IOException {
        return new Socket(server.getHost(), server.getPort() < 0 ? HTTP_PORT : server.getPort());
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
