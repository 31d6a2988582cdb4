// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code recency} check: the partition exists, is complete and arrived by its deadline. Values have the same syntax
 * as in {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Recency {

    /**
     * The name of the object that the job writes last, for example {@code _SUCCESS}. Default: none; the most recent
     * object then determines the arrival time.
     */
    String marker() default "";

    /**
     * Whether objects that are written after the marker make the partition incomplete: {@code true} (default) or
     * {@code false}.
     */
    String sealed() default "";

    /** Globs for objects that must not exist when the job has finished: {@code INCOMPLETE}, {@code *.tmp}. */
    String[] absent() default {};

    /** How long after the deadline a partition may still arrive, for example {@code 15m}. Default: zero. */
    String grace() default "";

    /**
     * The outcome if the partition arrived late: {@code fail} or {@code warn} (default). If the partition is missing,
     * {@link #severity} applies.
     */
    String late() default "";

    /**
     * The share of the bytes that must have arrived by the deadline if the partition has no marker: {@code 99%}.
     * Default: less than 1 % may arrive later.
     */
    String arrival() default "";

    /**
     * How close to the end of its period the newest data must have been written, for example {@code 30m} for a stream.
     * Default: no limit.
     */
    String through() default "";

    /** The maximum age of the most recent object, for example {@code 26h}. Required for undated datasets. */
    String maxAge() default "";

    /**
     * How long a partition without a marker must be unchanged to count as complete, for example {@code 10m}. Default:
     * zero.
     */
    String quiet() default "";

    /** The outcome if the check fails: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
