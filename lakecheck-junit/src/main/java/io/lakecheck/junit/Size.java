// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code size} check: the total size, the number of objects and the size of each object are within limits. Values
 * have the grammar of {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Size {

    /** Minimum total size: {@code 195 kB}, {@code 1 MiB}, or a number of bytes. */
    String min() default "";

    /** Maximum total size. */
    String max() default "";

    /** Limits for the number of objects, not counting the marker. */
    Bounds[] objects() default {};

    /** Limits for the size of each object. */
    Bounds[] each() default {};

    /** Outcome if a limit is exceeded: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
