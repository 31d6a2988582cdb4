// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test, or all tests of a class, that prove that lakecheck survives a fault. {@code docs/design/faults.md}
 * lists them.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Survives {
    Hazard[] value();
}
