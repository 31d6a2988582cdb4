// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code complete} check: each of the last periods has a non-empty partition with its marker. Values have the
 * grammar of {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Complete {

    /** Number of periods to check, including the checked one: {@code 7}. Default: {@code 30}. */
    String last() default "";

    /**
     * Outcome of stray folders, whose names are not valid dates: {@code fail}, {@code warn} (default) or {@code skip}.
     */
    String strays() default "";

    /** Outcome if the check fails: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
