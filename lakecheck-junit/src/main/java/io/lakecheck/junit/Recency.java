// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code recency} check: the partition exists, is complete and arrived by its deadline. Values have the grammar of
 * {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Recency {

    /**
     * Name of the object that the job writes last: {@code _SUCCESS}. Default: none; the newest object sets the arrival
     * time.
     */
    String marker() default "";

    /** {@code false} allows objects written after the marker. Default: {@code true}. */
    String sealed() default "";

    /** Tolerance after the deadline: {@code 15m}. Default: none. */
    String grace() default "";

    /**
     * Outcome of a late arrival: {@code fail} or {@code warn} (default). A missing partition follows {@link #severity}.
     */
    String late() default "";

    /** Maximum age of the newest object: {@code 26h}. Required for undated datasets. */
    String maxAge() default "";

    /** Without a marker, how long a partition must be unchanged to count as complete: {@code 10m}. Default: zero. */
    String quiet() default "";

    /** Outcome if the check fails: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
