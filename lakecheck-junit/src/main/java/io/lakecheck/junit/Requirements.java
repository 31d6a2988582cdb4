// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.core.SdkClient;

/**
 * Checks the versions of libraries that the user's build selects. Without this check, versions that are too old would
 * cause a {@code NoClassDefFoundError}.
 */
final class Requirements {

    private Requirements() {}

    /** @throws ExtensionConfigurationException if JUnit or the AWS SDK is too old */
    static void check() {
        if (!hasMethod(ExtensionContext.class, "getEnclosingTestClasses")) {
            throw tooOld("JUnit 5.12.1", ExtensionContext.class, "org.junit:junit-bom");
        }
        if (!new OptionalLibrary("software.amazon.awssdk.core.checksums.RequestChecksumCalculation", "").isPresent()) {
            throw tooOld("AWS SDK 2.30", SdkClient.class, "software.amazon.awssdk:bom");
        }
    }

    private static boolean hasMethod(Class<?> type, String name) {
        try {
            type.getMethod(name);
            return true;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    /**
     * @param required the library's name and its oldest supported version, for example {@code JUnit 5.12}
     * @param type a class from the library. Its package specifies the version in use.
     */
    static ExtensionConfigurationException tooOld(String required, Class<?> type, String bom) {
        String found = Optional.ofNullable(type.getPackage().getImplementationVersion())
                .map(version -> "version " + version)
                .orElse("an older version");
        return new ExtensionConfigurationException("lakecheck needs " + required + " or newer, but " + found
                + " is on the test class path. Update it, for example by importing " + bom
                + " in the dependencyManagement of your POM.");
    }
}
