// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code complete} check: each of the last periods has a partition that is not empty and has its marker. Values
 * have the grammar of {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Complete {

    /** Number of periods to check, including the judged one: {@code 7}. Default: {@code 30}. */
    String last() default "";

    /**
     * Outcome of stray folders, whose names are not valid dates: {@code fail}, {@code warn} (default) or {@code skip}.
     */
    String strays() default "";

    /** Outcome of a broken limit: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
