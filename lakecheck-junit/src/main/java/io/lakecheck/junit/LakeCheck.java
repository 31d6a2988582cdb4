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
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Checks a partition after the test body and before {@code @AfterEach} methods. On a class, it applies to all tests. It
 * can be repeated, is inherited, and works as a meta-annotation.
 *
 * <p>The dataset is either defined here ({@link #location} and at least one check) or taken from a suite file
 * ({@link #suite}, {@link #dataset}). All values are strings with the grammar and the defaults of
 * {@code lakecheck.yml}; empty values are not set.
 *
 * <p>A FAILED check fails the test with an {@code AssertionFailedError}; an UNKNOWN one, for example because the lake
 * could not be read, is an error. WARNED and SKIPPED checks become report entries. Invalid values fail the test before
 * its body runs, with an {@code ExtensionConfigurationException}.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
@Repeatable(LakeChecks.class)
@ExtendWith({LakeCheckExtension.class, LakeParameters.class})
@ResourceLock(value = BucketLocks.NONE, mode = ResourceAccessMode.READ, providers = BucketLocks.class)
public @interface LakeCheck {

    /**
     * Location of the partitions, with dates in braces: {@code s3://refined/kpi/dt={date}/}. <code>${bucket}</code> is
     * a bucket of the test's own.
     */
    String location() default "";

    /**
     * Runs of a job that count if several folders or files of one period match a location with {@code *}: {@code all}
     * or {@code newest}. Default: all.
     */
    String runs() default "";

    /** Name of the dataset in messages. Default: the folder above the first date. */
    String name() default "";

    /** Partition to check: {@code 2026-01-02} or {@code dt=2026-01-02}. Default: the newest one that is due. */
    String partition() default "";

    /**
     * Time of the test: {@code 2026-01-03T05:30} in the dataset's zone, or {@code 2026-01-03T05:30:00Z}. Objects that
     * the test writes count as written at that time. Default: the deadline of {@link #partition}, otherwise the current
     * time.
     */
    String asOf() default "";

    /** Time zone of dates and deadlines: {@code Europe/London}. Default: UTC. */
    String zone() default "";

    /** Time from the end of the period to its deadline: {@code 6h}. Default: none. */
    String due() default "";

    /** Weekdays on which data is expected: {@code weekdays}, or {@code {"mon", "tue"}}. Default: every day. */
    String[] days() default {};

    /** Dates on which no data is expected: {@code 2026-12-25}. */
    String[] except() default {};

    /** The only dates on which data is expected, instead of {@link #days}. */
    String[] only() default {};

    /**
     * File with more dates on which no data is expected: {@code holidays.ics}, or a text file with one date per line.
     */
    String holidays() default "";

    /** Last date for which {@link #holidays} is complete; later periods are WARNED. */
    String validThrough() default "";

    /** Dates on which data is only checked for presence. */
    String[] odd() default {};

    /** Dates on which the size changed permanently, such as a migration. */
    String[] levels() default {};

    /** Globs of the objects that count as data: {@code *.parquet}. Default: all except hidden ones. */
    String[] include() default {};

    /** Globs of objects that don't count as data. */
    String[] exclude() default {};

    /** Checks that the partition exists, is complete and arrived in time. */
    Recency[] recency() default {};

    /** Checks sizes and the number of objects. */
    Size[] size() default {};

    /** Checks the size against earlier partitions. */
    Delta[] delta() default {};

    /** Checks that none of the last periods is missing. */
    Complete[] complete() default {};

    /** Path of a suite file, relative to the working directory (the module's folder), otherwise on the class path. */
    String suite() default "";

    /** Names or globs of the suite's datasets to check: {@code kpi-*}. Default: all. */
    String[] dataset() default {};

    /** Values of variables in the suite or the location: {@code LAKE=s3://test}. They override the environment. */
    String[] variables() default {};
}
