// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The one place that speaks to whoever watches a build. A logger would need a backend, and tests have none of ours. */
final class TestConsole {

    private TestConsole() {}

    static void say(String line) {
        System.err.println(line);
    }
}
