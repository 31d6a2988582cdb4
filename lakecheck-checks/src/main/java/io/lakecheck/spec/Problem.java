// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * One problem in a suite.
 *
 * @param origin the position in the source
 * @param what the defect, as a phrase: {@code unknown key 'droop' in delta}
 * @param remedy what was expected or what to do, as one or more sentences: {@code Did you mean 'drop'?}; empty if the
 *     defect says it all
 */
public record Problem(Origin origin, String what, String remedy) {

    /** Returns one line: {@code lakecheck.yml:12:9: unknown key 'droop' in delta. Did you mean 'drop'?}. */
    @Override
    public String toString() {
        return origin + ": " + line(what, remedy);
    }

    static String line(String what, String remedy) {
        return remedy.isEmpty() ? what : what + ". " + remedy;
    }
}
