// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A minimum and a maximum, both inclusive and optional. Example: {@code @Bounds(min = "1", max = "200")}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Bounds {

    /** The minimum, inclusive. Default: no minimum. */
    String min() default "";

    /** The maximum, inclusive. Default: no maximum. */
    String max() default "";
}
