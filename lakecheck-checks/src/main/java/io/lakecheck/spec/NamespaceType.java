// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Metrics;

/** The syntax of CloudWatch namespaces. */
final class NamespaceType extends ScalarType<String> {

    NamespaceType() {
        super(
                "CloudWatch namespace",
                "up to 255 letters, digits, spaces and the characters .-_/#: (such as Lake/Checks)",
                Metrics.NAMESPACE);
    }

    @Override
    String parse(String text) {
        return text;
    }

    @Override
    InvalidValueException explain(String text) {
        return new InvalidValueException(defect(text) + ": " + Metrics.namespaceDefect(text), "Use " + expected());
    }
}
