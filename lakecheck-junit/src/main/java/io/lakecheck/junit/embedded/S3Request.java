// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;

/**
 * A request to S3.
 *
 * @param method the HTTP method
 * @param address the bucket and the key
 * @param query the query parameters
 * @param headers the headers
 * @param body the body, already decoded
 */
record S3Request(String method, Address address, QueryParameters query, RequestHeaders headers, RequestBody body) {

    /**
     * The maximum size of an XML body, in bytes. It is enough for a thousand keys of maximum length with every byte
     * escaped.
     */
    private static final int MAX_XML_BYTES = 16 * 1024 * 1024;

    /** @throws S3ErrorException if the address is invalid */
    static S3Request of(HttpExchange exchange) {
        RequestHeaders headers = new RequestHeaders(exchange.getRequestHeaders());
        String uri = exchange.getRequestURI().toString();
        int question = uri.indexOf('?');
        return new S3Request(
                exchange.getRequestMethod(),
                Address.of(headers.first("Host").orElse(""), question < 0 ? uri : uri.substring(0, question)),
                QueryParameters.parse(question < 0 ? "" : uri.substring(question + 1)),
                headers,
                RequestBody.of(headers, exchange.getRequestBody()));
    }

    String bucket() {
        return address.bucket();
    }

    String key() {
        return address.key();
    }

    /**
     * Returns the root element of the body, after comparing the body with the checksum in the headers.
     *
     * @throws S3ErrorException if the body is not XML with this root element, or if its checksum is wrong
     */
    XmlNode verifiedXml(String root) throws IOException {
        BodyDigests digests = BodyDigests.of(this, ChecksumAlgorithm.CRC64NVME);
        byte[] bytes = digests.stream().readNBytes(MAX_XML_BYTES);
        digests.verify();
        return xml(root, bytes);
    }

    /**
     * Returns the root element of the body. Used if the checksum in the headers is that of an object rather than that
     * of the body.
     *
     * @throws S3ErrorException if the body is not XML with this root
     */
    XmlNode xml(String root) throws IOException {
        return xml(root, body.stream().readNBytes(MAX_XML_BYTES));
    }

    private static XmlNode xml(String root, byte[] bytes) {
        XmlNode node = XmlParser.parse(bytes);
        if (!node.name().equals(root)) {
            throw S3ErrorCode.MALFORMED_XML.exception();
        }
        return node;
    }
}
