// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/** The syntax of a server's URL. Messages about an invalid URL do not repeat the user name and password in it. */
final class EndpointType extends ScalarType<String> {

    EndpointType() {
        super(
                "endpoint",
                "a URL such as http://localhost:4566, without a user name or password",
                "https?://[^@/?#\\s]+/?");
    }

    @Override
    String parse(String text) {
        return text;
    }

    @Override
    String quote(String text) {
        return super.quote(text.replaceFirst("//.*@", "//***@"));
    }
}
