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
 * What {@link StubS3} answers, and how it travels.
 *
 * @param status of HTTP
 * @param headers besides length and type
 * @param body all of it
 * @param way how much of it arrives
 */
record Reply(int status, Map<String, String> headers, String body, Way way) {

    private static final long TRICKLE_MILLIS = 20;

    /** How an answer travels. */
    enum Way {
        WHOLE,
        /** The connection is reset halfway. */
        RESET,
        /** The connection is closed halfway, in all politeness. */
        SHORT,
        /** Not a byte comes. */
        HANG,
        /** Half comes, then no more. */
        STALL,
        /** A byte comes now and then: too often for a silence, too seldom to end. */
        TRICKLE
    }

    static Reply xml(int status, String body) {
        return new Reply(status, Map.of("Date", date(Clock.systemUTC().instant())), body, Way.WHOLE);
    }

    static Reply error(int status, String code) {
        return xml(status, Xml.error(code, "It is so."));
    }

    Reply by(Way other) {
        return new Reply(status, headers, body, other);
    }

    Reply saying(String other) {
        return new Reply(status, headers, other, way);
    }

    /** The same with a part of it replaced, which must be there. */
    Reply replacing(String part, String other) {
        if (!body.contains(part)) {
            throw new IllegalArgumentException("no " + part + " in " + body);
        }
        return saying(body.replace(part, other));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new Reply(status, more, body, way);
    }

    Reply at(Instant lakeClock) {
        return with("Date", date(lakeClock));
    }

    private static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Sends it. Answers whether the connection is still good for another. */
    boolean send(Socket socket, OutputStream out, CountDownLatch closed) throws IOException {
        if (way == Way.HANG) {
            await(closed, Long.MAX_VALUE);
            return false;
        }
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " so\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Type: application/xml\r\nContent-Length: ")
                .append(bytes.length)
                .append("\r\n\r\n");
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        switch (way) {
            case WHOLE -> out.write(bytes);
            case TRICKLE -> {
                for (byte b : bytes) {
                    out.write(b);
                    out.flush();
                    if (await(closed, TRICKLE_MILLIS)) {
                        return false;
                    }
                }
            }
            default -> out.write(bytes, 0, bytes.length / 2);
        }
        out.flush();
        if (way == Way.RESET) {
            socket.setSoLinger(true, 0);
        }
        if (way == Way.STALL) {
            await(closed, Long.MAX_VALUE);
        }
        return way == Way.WHOLE || way == Way.TRICKLE;
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
