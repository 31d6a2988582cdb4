// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * What a test must have left in the lake. Judged after the test's body and before its {@code @AfterEach} methods; on a
 * class, after each of its tests. May stand more than once, is inherited, and may be part of an annotation of one's
 * own.
 *
 * <p>Either the dataset is written here ({@link #location} and at least one check), or it is taken from a suite file
 * ({@link #suite}, {@link #dataset}). All values are text with the grammar and the defaults of {@code lakecheck.yml};
 * an empty one is not said.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(LakeChecks.class)
@ExtendWith({LakeCheckExtension.class, LakeParameters.class})
@ResourceLock(providers = BucketLocks.class)
public @interface LakeCheck {

    /**
     * Where the partitions are: {@code s3://refined/kpi/dt={date}/}. <code>${bucket}</code> is a bucket of the test's
     * own.
     */
    String location() default "";

    /** What findings call the dataset; else the folder above its first date. */
    String name() default "";

    /** The partition to judge: {@code 2026-01-02} or {@code dt=2026-01-02}; else the newest that is due. */
    String partition() default "";

    /**
     * The test's now: {@code 2026-01-03T05:30} in the dataset's zone, or with a {@code Z} or an offset. What the test
     * writes counts as written then. Else the deadline of {@link #partition}; else it is really now.
     */
    String asOf() default "";

    String zone() default "";

    String due() default "";

    String[] days() default {};

    String[] except() default {};

    /** The dates on which alone data is expected. */
    String[] only() default {};

    /** A file of more dates on which no data is expected: {@code holidays.ics}, or text with a date a line. */
    String holidays() default "";

    /** The last date for which the holidays are known. */
    String validThrough() default "";

    String[] include() default {};

    String[] exclude() default {};

    Recency[] recency() default {};

    Size[] size() default {};

    Delta[] delta() default {};

    Complete[] complete() default {};

    /** A suite file, found from the working directory (the module's folder) or on the class path. */
    String suite() default "";

    /** The suite's datasets to judge, by name or glob ({@code kpi-*}); else all of them. */
    String[] dataset() default {};

    /** Values of variables in the suite or location: {@code KPI_LAKE=s3://lake}. They go before the environment's. */
    String[] variables() default {};
}
