// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The start line and headers of an HTTP/1.1 request or response that is being forwarded. The body is copied as it
 * arrives.
 *
 * @param lines the start line and the headers
 */
record HttpMessage(List<String> lines) {

    private static final int MAX_LINE = 1 << 20;

    /** Matches path-style requests for an object. The groups are the method, bucket, key and query. */
    private static final Pattern OBJECT_REQUEST =
            Pattern.compile("(PUT|POST) /([^/?]+)/([^?]+)(?:\\?(.*))? HTTP/1\\.1");

    /**
     * Matches the query of a PUT request that writes an entire object. Other requests write a part, tags or an ACL, for
     * example.
     */
    private static final Pattern PUT_QUERY = Pattern.compile("(?:(?i:x-)[^&]*(?:&|$))*");

    private static final Pattern COMPLETE_QUERY = Pattern.compile("(?:.*&)?uploadId=.*");

    /** Returns the next message, or null if the connection was closed. */
    static @Nullable HttpMessage read(InputStream in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = line(in); line != null; line = line(in)) {
            if (!line.isEmpty()) {
                lines.add(line);
            } else if (!lines.isEmpty()) {
                return new HttpMessage(List.copyOf(lines));
            }
        }
        return null;
    }

    /**
     * Returns the next response, skipping interim ones such as 100 Continue. Returns null if the connection was closed.
     */
    static @Nullable HttpMessage readFinal(InputStream in) throws IOException {
        HttpMessage response = read(in);
        while (response != null && response.lines.get(0).startsWith("HTTP/1.1 1")) {
            response = read(in);
        }
        return response;
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next == '\n') {
                return line.toString(StandardCharsets.ISO_8859_1).replaceFirst("\r$", "");
            }
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw new IOException("HTTP header is too long");
            }
        }
        return null;
    }

    Optional<String> header(String name) {
        String prefix = name.toLowerCase(Locale.ROOT) + ":";
        return lines.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(prefix))
                .map(line -> line.substring(prefix.length()).strip())
                .findFirst();
    }

    boolean isSuccess() {
        return lines.get(0).startsWith("HTTP/1.1 2");
    }

    /** Returns the address of the object that this request writes, or empty if it writes none. */
    Optional<String> writtenAddress() {
        Matcher request = OBJECT_REQUEST.matcher(lines.get(0));
        if (!request.matches()) {
            return Optional.empty();
        }
        String query = Optional.ofNullable(request.group(4)).orElse("");
        Pattern writes = "PUT".equals(request.group(1)) ? PUT_QUERY : COMPLETE_QUERY;
        return writes.matcher(query).matches()
                ? Optional.of("s3://" + request.group(2) + "/" + decoded(request.group(3)))
                : Optional.empty();
    }

    private static String decoded(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** Forwards this request with its body, but without the header {@code Expect}, which has already been answered. */
    void send(InputStream in, OutputStream out) throws IOException {
        writeHead(out, "expect:");
        copyBody(in, out);
        out.flush();
    }

    /**
     * Forwards this response with its body. Returns whether the client can send another request on the same connection.
     */
    boolean answer(HttpMessage request, InputStream in, OutputStream out) throws IOException {
        writeHead(out, "connection:");
        boolean hasBody =
                !request.lines.get(0).startsWith("HEAD ") && !lines.get(0).matches("HTTP/1\\.1 (?:204|304).*");
        boolean hasEnd =
                !hasBody || copyBody(in, out) || header("Content-Length").isPresent();
        if (!hasEnd) {
            in.transferTo(out);
        }
        out.flush();
        return hasEnd
                && !request.header("Connection")
                        .filter("close"::equalsIgnoreCase)
                        .isPresent();
    }

    private void writeHead(OutputStream out, String dropped) throws IOException {
        StringBuilder head = new StringBuilder();
        lines.stream()
                .filter(line -> !line.toLowerCase(Locale.ROOT).startsWith(dropped))
                .forEach(line -> head.append(line).append("\r\n"));
        out.write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Copies the body if its headers specify where it ends. Returns whether they do. */
    private boolean copyBody(InputStream in, OutputStream out) throws IOException {
        if (header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent()) {
            copyChunks(in, out);
            return true;
        }
        Optional<Long> length = header("Content-Length").map(Long::valueOf);
        copy(in, out, length.orElse(0L));
        return length.isPresent();
    }

    private static void copyChunks(InputStream in, OutputStream out) throws IOException {
        long size;
        do {
            String line = requireLine(in);
            out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            size = Long.parseLong(line.replaceFirst(";.*", "").strip(), 16);
            copy(in, out, size);
            if (size > 0) {
                out.write((requireLine(in) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        } while (size > 0);
        String trailer;
        do {
            trailer = requireLine(in);
            out.write((trailer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        } while (!trailer.isEmpty());
    }

    private static String requireLine(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            throw new EOFException();
        }
        return line;
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[8192];
        for (long left = length; left > 0; ) {
            int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new EOFException();
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
