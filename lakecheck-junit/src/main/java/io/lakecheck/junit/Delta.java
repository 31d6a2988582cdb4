// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code delta} check: the partition is about as large as earlier ones suggest. Values have the grammar of
 * {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Delta {

    /**
     * Baseline: {@code usual} (default), {@code previous}, {@code same weekday}, {@code same day of month}, {@code mean
     * of 7}, {@code median of 7} or {@code median of 4 same-weekday}.
     */
    String against() default "";

    /** Maximum decrease: {@code 30%}. */
    String drop() default "";

    /** Maximum increase: {@code 100%}. */
    String rise() default "";

    /** Maximum deviation, as a multiple of the typical deviation: {@code 2}. */
    String deviation() default "";

    /** Compared quantity: {@code bytes} (default) or {@code objects}. */
    String of() default "";

    /** Changes smaller than this always pass: {@code 50 kB}, or {@code 20} objects. */
    String atLeast() default "";

    /** Minimum number of usable earlier partitions: {@code 3}. */
    String history() default "";

    /** Maximum number of earlier periods to search for usable partitions: {@code 14}. */
    String lookback() default "";

    /** Outcome if the partition is absent: {@code fail} (default), {@code warn} or {@code skip}. */
    String whenAbsent() default "";

    /** Outcome if there are too few earlier partitions: {@code fail}, {@code warn} or {@code skip} (default). */
    String whenTooLittleHistory() default "";

    /** Outcome if the baseline is zero: {@code fail}, {@code warn} or {@code skip} (default). */
    String whenBaselineEmpty() default "";

    /** Outcome if the check fails: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
