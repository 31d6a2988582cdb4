// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a test, or a class of tests, as proof that lakecheck survives a fault. The tests are listed in
 * {@code docs/design/faults.md}.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Survives {
    Hazard[] value();
}
