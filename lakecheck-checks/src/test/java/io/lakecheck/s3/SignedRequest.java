// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A signed request for a page, as a server receives it, with the signature that AWS's documentation prescribes.
 *
 * @param headers the headers, with names in lower case
 */
record SignedRequest(URI uri, Map<String, String> headers) {

    private static final Pattern AUTHORIZATION =
            Pattern.compile("AWS4-HMAC-SHA256 Credential=([^/]+)/(.*), SignedHeaders=(.*), Signature=([0-9a-f]+)");

    String query() {
        return uri.getRawQuery();
    }

    String header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }

    /** Returns the encoded prefix. */
    String prefix() {
        return Stream.of(query().split("&"))
                .filter(each -> each.startsWith("prefix="))
                .map(each -> each.substring("prefix=".length()))
                .collect(Collectors.joining());
    }

    boolean isFromSdk() {
        return headers.containsKey("amz-sdk-invocation-id");
    }

    String accessKey() {
        return authorization().group(1);
    }

    String signature() {
        return authorization().group(4);
    }

    /** Returns the signature that a server calculates. */
    String expectedSignature(String secret) {
        Matcher authorization = authorization();
        String scope = authorization.group(2);
        String canonical = Stream.of(
                        "GET",
                        uri.getRawPath(),
                        Stream.of(query().split("&")).sorted().collect(Collectors.joining("&")),
                        Stream.of(authorization.group(3).split(";"))
                                .map(name -> name + ":" + header(name).strip() + "\n")
                                .collect(Collectors.joining()),
                        authorization.group(3),
                        header("x-amz-content-sha256"))
                .collect(Collectors.joining("\n"));
        byte[] key = bytes("AWS4" + secret);
        for (String part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of()
                .formatHex(hmac(
                        key, "AWS4-HMAC-SHA256\n" + header("X-Amz-Date") + "\n" + scope + "\n" + sha256(canonical)));
    }

    private Matcher authorization() {
        Matcher authorization = AUTHORIZATION.matcher(header("Authorization"));
        if (!authorization.matches()) {
            throw new IllegalStateException(header("Authorization"));
        }
        return authorization;
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(bytes(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
