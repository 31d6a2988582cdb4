// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

/**
 * The console of a test run. It is used instead of a logger, which would need a backend that lakecheck does not add to
 * the class path.
 */
final class TestConsole {

    private TestConsole() {}

    static void print(String line) {
        System.err.println(line);
    }
}
