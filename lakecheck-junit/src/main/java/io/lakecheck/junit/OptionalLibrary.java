// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A library that only some users need, and that lakecheck therefore does not depend on.
 *
 * @param type the name of one of its classes
 * @param lines the dependencies to add to a POM
 */
record OptionalLibrary(String type, String lines) {

    boolean isPresent() {
        try {
            Class.forName(type, false, OptionalLibrary.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * @param feature what needs the library
     * @throws ExtensionConfigurationException if the library is missing; the message contains the lines to add
     */
    void require(String feature) {
        if (!isPresent()) {
            throw new ExtensionConfigurationException(
                    feature + " needs a library that is missing from the test class path. Add it to your POM:\n" + lines);
        }
    }
}
