// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The words of {@code delta}: the partition is what earlier ones let one expect. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Delta {

    String against() default "";

    String drop() default "";

    String rise() default "";

    String deviation() default "";

    String of() default "";

    String atLeast() default "";

    String history() default "";

    String lookback() default "";

    String whenAbsent() default "";

    String whenTooLittleHistory() default "";

    String whenBaselineEmpty() default "";

    String severity() default "";
}
