// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The least and the most that is allowed, as in {@code objects: { min: 1, max: 200 }}. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Bounds {

    String min() default "";

    String max() default "";
}
