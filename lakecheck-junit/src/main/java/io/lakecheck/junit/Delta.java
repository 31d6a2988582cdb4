// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The {@code delta} check: the partition is about as large as earlier ones suggest. Values have the same syntax as in
 * {@code lakecheck.yml}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Delta {

    /**
     * The baseline: {@code usual} (default), {@code previous}, {@code same weekday}, {@code same day of month},
     * {@code mean of 7}, {@code median of 7} or {@code median of 4 same-weekday}.
     */
    String against() default "";

    /** The maximum decrease, for example {@code 30%}. */
    String drop() default "";

    /** The maximum increase, for example {@code 100%}. */
    String rise() default "";

    /** The maximum deviation, as a multiple of the typical deviation, for example {@code 2}. */
    String deviation() default "";

    /** What to compare: {@code bytes} (default) or {@code objects}. */
    String of() default "";

    /** Changes smaller than this always pass, for example {@code 50 kB} or, for objects, {@code 20}. */
    String atLeast() default "";

    /** The minimum number of usable earlier partitions, for example {@code 3}. */
    String history() default "";

    /** The maximum number of earlier periods to search for usable partitions, for example {@code 14}. */
    String lookback() default "";

    /** The outcome if the partition is absent: {@code fail} (default), {@code warn} or {@code skip}. */
    String whenAbsent() default "";

    /**
     * The outcome if there are too few usable earlier partitions: {@code fail}, {@code warn} or {@code skip} (default).
     */
    String whenTooLittleHistory() default "";

    /** The outcome if the baseline is zero: {@code fail}, {@code warn} or {@code skip} (default). */
    String whenBaselineEmpty() default "";

    /** The outcome if the check fails: {@code fail} (default) or {@code warn}. */
    String severity() default "";
}
