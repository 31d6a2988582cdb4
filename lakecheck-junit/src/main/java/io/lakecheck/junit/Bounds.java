// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A minimum and a maximum, both inclusive and optional: {@code @Bounds(min = "1", max = "200")}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Bounds {

    /** Minimum, inclusive. Default: none. */
    String min() default "";

    /** Maximum, inclusive. Default: none. */
    String max() default "";
}
