// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Configures the lake that the tests of a class write to, and enables parameter injection in constructors and
 * {@code @BeforeAll} methods. Without this annotation, {@link LakeCheck} uses the defaults.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith({LakeCheckExtension.class, LakeParameters.class})
@ResourceLock(value = BucketLocks.NONE, mode = ResourceAccessMode.READ, providers = BucketLocks.class)
public @interface LocalLake {

    /** The kind of server. */
    Backend backend() default Backend.AUTO;

    /**
     * The Docker image for {@link Backend#LOCALSTACK}. Default: the configuration parameter
     * {@code lakecheck.localstack.image}, or {@code localstack/localstack:4.14.0} if it is not set.
     */
    String image() default "";

    /** Buckets to create before the tests, in addition to those in locations. */
    String[] buckets() default {};

    /** When buckets are emptied. */
    Reset reset() default Reset.AFTER_EACH;

    /** What happens if some checks of a test are SKIPPED. */
    SkipPolicy onSkip() default SkipPolicy.REPORT;

    /**
     * Whether to set the AWS SDK's system properties (endpoint, region and credentials) while the class's tests run, so
     * that a job that calls {@code S3Client.create()} uses the test server. The previous values are restored after the
     * class. Other test classes that lock {@code Resources.SYSTEM_PROPERTIES} don't run at the same time.
     */
    boolean systemProperties() default false;
}
