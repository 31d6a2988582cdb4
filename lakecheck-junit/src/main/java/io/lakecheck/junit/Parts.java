// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The parts that the partition must have: folders such as {@code country=DE/}. Example: {@code @Parts(key = "country",
 * values = {"DE", "FR"})}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({})
public @interface Parts {

    /** The key in the names of the folders, or {@code *} if the names have no key. */
    String key();

    /** The values of the key, or {@code as before} for the parts that most of the previous partitions had. */
    String[] values();
}
