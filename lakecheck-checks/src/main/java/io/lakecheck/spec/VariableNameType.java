// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * The grammar of environment variable names, for values that must not be in a suite: a webhook's URL, for example, is a
 * secret. Messages never repeat an invalid name, since it may well be the secret.
 */
final class VariableNameType extends ScalarType<String> {

    static final VariableNameType TYPE = new VariableNameType();

    private VariableNameType() {
        super(
                "environment variable name",
                "the name of the environment variable that holds the address, such as SLACK_WEBHOOK_URL",
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
