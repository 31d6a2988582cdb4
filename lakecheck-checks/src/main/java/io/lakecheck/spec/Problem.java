// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/**
 * A problem in a suite.
 *
 * @param origin the place of the problem
 * @param what the defect as a phrase, such as {@code unknown key 'droop' in delta}
 * @param remedy what was expected or what to do, as one or more sentences such as {@code Did you mean 'drop'?}; empty
 *     if the defect is self-explanatory
 */
public record Problem(Origin origin, String what, String remedy) {

    /**
     * Returns the problem as one line, such as {@code lakecheck.yml:12:9: unknown key 'droop' in delta. Did you mean
     * 'drop'?}.
     */
    @Override
    public String toString() {
        return origin + ": " + line(what, remedy);
    }

    static String line(String what, String remedy) {
        return remedy.isEmpty() ? what : what + ". " + remedy;
    }
}
