// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A library that only some users need and that therefore isn't brought along.
 *
 * @param type a class of it
 * @param lines what to paste into a POM
 */
record OptionalLibrary(String type, String lines) {

    boolean isThere() {
        try {
            Class.forName(type, false, OptionalLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException notThere) {
            return false;
        }
    }

    /** @throws ExtensionConfigurationException with the lines to paste, where it is not there */
    void require(String what) {
        if (!isThere()) {
            throw new ExtensionConfigurationException(
                    what + " a library that is not on the test class path; paste into your POM:\n" + lines);
        }
    }
}
