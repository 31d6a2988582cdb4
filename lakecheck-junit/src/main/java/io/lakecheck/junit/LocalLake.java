// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The lake that a class's tests write to. Not needed for {@link LakeCheck} to work; it says which server, names further
 * buckets, and injects into constructors and {@code @BeforeAll} methods too.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({LakeCheckExtension.class, LakeParameters.class})
@ResourceLock(providers = BucketLocks.class)
public @interface LocalLake {

    /** Which server. */
    Backend backend() default Backend.AUTO;

    /**
     * The image for {@link Backend#LOCALSTACK}; else what {@code lakecheck.localstack.image} says, else
     * {@code localstack/localstack:4.14.0}.
     */
    String image() default "";

    /** Buckets that are there before the tests, beside those that locations name. */
    String[] buckets() default {};

    /** When buckets are emptied. */
    Reset reset() default Reset.AFTER_CLASS;
}
