// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * The syntax of environment variable names. A suite contains the name of a variable instead of a secret such as a
 * webhook URL. Messages never repeat an invalid name, because it may be the secret itself.
 */
final class VariableNameType extends ScalarType<String> {

    static final VariableNameType TYPE = new VariableNameType();

    private VariableNameType() {
        super(
                "environment variable name",
                "the name of an environment variable that holds the webhook URL, such as SLACK_WEBHOOK_URL",
                "[A-Za-z_][A-Za-z0-9_]{0,127}");
    }

    @Override
    String parse(String text) {
        return text;
    }

    @Override
    String quote(String text) {
        return "the value";
    }
}
