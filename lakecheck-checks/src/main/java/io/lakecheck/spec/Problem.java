// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * One thing that is wrong with a suite.
 *
 * @param origin where
 * @param what is wrong there
 * @param remedy what to write instead
 */
public record Problem(Origin origin, String what, String remedy) {

    /** One line: {@code lakecheck.yml:12:9: 'droop' is no word of delta; did you mean drop?}. */
    @Override
    public String toString() {
        return origin + ": " + what + (remedy.isEmpty() ? "" : "; " + remedy);
    }
}
