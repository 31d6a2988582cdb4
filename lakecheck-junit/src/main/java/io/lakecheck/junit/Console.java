// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/** The one place that speaks to whoever watches a build. A logger would need a backend, and tests have none of ours. */
final class Console {

    private Console() {}

    static void say(String line) {
        System.err.println(line);
    }
}
