// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The words of {@code complete}: each of the last periods is there, not empty, and sealed. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Complete {

    String last() default "";

    String strays() default "";

    String severity() default "";
}
