// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code size} check: the total size, the number of objects and the size of each object are within limits. Values
 * have the same syntax as in {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Size {

    /** The minimum total size, for example {@code 195 kB}, {@code 1 MiB} or, in bytes, {@code 195000}. */
    String min() default "";

    /** The maximum total size. */
    String max() default "";

    /** Limits on the number of objects, not counting the marker. */
    Bounds[] objects() default {};

    /** Limits on the size of each object. */
    Bounds[] each() default {};

    /** Limits on the total size of each part; see {@link LakeCheck#parts}. */
    Bounds[] part() default {};

    /** The outcome if a limit is violated: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
