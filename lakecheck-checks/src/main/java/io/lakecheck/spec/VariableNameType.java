// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * Names of environment variables that hold what must not stand in a suite, such as an address that lets in anybody who
 * knows it. What stands there instead of a name is never repeated: it may well be the address.
 */
final class VariableNameType extends ScalarType<String> {

    static final VariableNameType TYPE = new VariableNameType();

    private VariableNameType() {
        super(
                "name of an environment variable",
                "the name of the environment variable that holds the address, such as SLACK_WEBHOOK_URL",
                "[A-Za-z_][A-Za-z0-9_]{0,127}");
    }

    @Override
    String parse(String text) {
        return text;
    }

    @Override
    String shown(String text) {
        return "what stands here";
    }
}
