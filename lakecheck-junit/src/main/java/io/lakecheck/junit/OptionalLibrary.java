// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A library that lakecheck does not depend on, because only some users need it.
 *
 * @param type the name of a class in the library, used to find out whether the library is present
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
     * @param feature the feature that needs the library, for the message
     * @throws ExtensionConfigurationException if the library is missing; the message contains the dependencies to add
     */
    void require(String feature) {
        if (!isPresent()) {
            throw new ExtensionConfigurationException(feature
                    + " needs a library that is missing from the test class path. Add it to your POM:\n" + lines);
        }
    }
}
