// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A response of {@link StubS3}.
 *
 * @param status the HTTP status
 * @param headers the headers in addition to the content length and type
 * @param body the whole body
 * @param delivery how the response is sent
 */
record StubResponse(int status, Map<String, String> headers, String body, Delivery delivery) {

    private static final long TRICKLE_MILLIS = 20;
    private static final int AT_ONCE = 4096;

    /** How a response is sent. */
    enum Delivery {
        WHOLE,
        /** The connection is reset halfway. */
        RESET,
        /** The connection is reset before anything is sent. */
        CUT,
        /** The connection is closed halfway. */
        SHORT,
        /** Nothing is sent. */
        HANG,
        /** Half is sent, then nothing more. */
        STALL,
        /** Single bytes are sent, too often for a read timeout and too slowly to finish. */
        TRICKLE,
        /** The first kilobytes are sent at once, and the rest like {@link #TRICKLE}. */
        SLOW_END
    }

    static StubResponse xml(int status, String body) {
        return new StubResponse(status, Map.of("Date", date(Clock.systemUTC().instant())), body, Delivery.WHOLE);
    }

    static StubResponse error(int status, String code) {
        return xml(status, S3Xml.error(code, "Some message."));
    }

    StubResponse by(Delivery other) {
        return new StubResponse(status, headers, body, other);
    }

    StubResponse withBody(String other) {
        return new StubResponse(status, headers, other, delivery);
    }

    /** Returns this response with a part of its body replaced. The part must exist. */
    StubResponse replacing(String part, String other) {
        if (!body.contains(part)) {
            throw new IllegalArgumentException("no " + part + " in " + body);
        }
        return withBody(body.replace(part, other));
    }

    StubResponse with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new StubResponse(status, more, body, delivery);
    }

    StubResponse at(Instant lakeClock) {
        return with("Date", date(lakeClock));
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Sends the response and returns whether the connection can be used again. */
    boolean send(Socket socket, OutputStream out, CountDownLatch closed) throws IOException {
        if (delivery == Delivery.HANG) {
            await(closed, Long.MAX_VALUE);
            return false;
        }
        if (delivery == Delivery.CUT) {
            socket.setSoLinger(true, 0);
            return false;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " X\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Type: application/xml\r\nContent-Length: ")
                .append(bytes.length)
                .append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        switch (delivery) {
            case WHOLE -> out.write(bytes);
            case TRICKLE, SLOW_END -> {
                int atOnce = delivery == Delivery.SLOW_END ? Math.min(AT_ONCE, bytes.length) : 0;
                out.write(bytes, 0, atOnce);
                for (int i = atOnce; i < bytes.length; i++) {
                    out.write(bytes[i]);
                    out.flush();
                    if (await(closed, TRICKLE_MILLIS)) {
                        return false;
                    }
                }
            }
            default -> out.write(bytes, 0, bytes.length / 2);
        }
        out.flush();
        if (delivery == Delivery.RESET) {
            socket.setSoLinger(true, 0);
        }
        if (delivery == Delivery.STALL) {
            await(closed, Long.MAX_VALUE);
        }
        return delivery == Delivery.WHOLE || delivery == Delivery.TRICKLE || delivery == Delivery.SLOW_END;
    }

    private static boolean await(CountDownLatch closed, long millis) {
        try {
            return closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
