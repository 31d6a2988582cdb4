// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code complete} check: each of the most recent periods has a non-empty partition, with its marker if the dataset
 * has one. Values have the same syntax as in {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Complete {

    /**
     * The number of periods to check, including that of the checked partition, for example {@code 7}. Default:
     * {@code 30}.
     */
    String last() default "";

    /**
     * The outcome if there are stray folders, whose names are not valid dates: {@code fail}, {@code warn} (default) or
     * {@code skip}.
     */
    String strays() default "";

    /** The outcome if the check fails: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
