// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.util.LinkedHashMap;
import java.util.Map;

/** Thrown if the response to a request is an S3 error. */
final class S3ErrorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final S3ErrorCode code;
    private final String explanation;
    private final LinkedHashMap<String, String> details = new LinkedHashMap<>();

    S3ErrorException(S3ErrorCode code, String explanation) {
        super(code.code() + ": " + explanation, null, false, false);
        this.code = code;
        this.explanation = explanation;
    }

    /** Adds an element to the XML document that describes the error. */
    S3ErrorException with(String name, String value) {
        details.put(name, value);
        return this;
    }

    S3ErrorCode code() {
        return code;
    }

    String explanation() {
        return explanation;
    }

    XmlDocument document(String resource) {
        XmlDocument document = XmlDocument.error().text("Code", code.code()).text("Message", explanation);
        for (Map.Entry<String, String> detail : details.entrySet()) {
            document.text(detail.getKey(), detail.getValue());
        }
        return document.text("Resource", resource);
    }
}
