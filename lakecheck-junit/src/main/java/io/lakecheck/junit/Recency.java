// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The words of {@code recency}: the partition is there, sealed and in time. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Recency {

    String marker() default "";

    String sealed() default "";

    String grace() default "";

    String late() default "";

    String maxAge() default "";

    String quiet() default "";

    String severity() default "";
}
