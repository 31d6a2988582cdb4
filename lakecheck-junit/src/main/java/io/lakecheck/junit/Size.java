// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The words of {@code size}: the partition is neither too small nor too large. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Size {

    String min() default "";

    String max() default "";

    Bounds[] objects() default {};

    Bounds[] each() default {};

    String severity() default "";
}
