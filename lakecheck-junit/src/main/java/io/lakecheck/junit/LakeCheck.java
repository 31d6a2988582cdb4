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
 * Checks a partition after the test body and before {@code @AfterEach} methods. On a class, it applies to all its
 * tests. The annotation is repeatable and inherited, and can be used as a meta-annotation.
 *
 * <p>The dataset is either defined here ({@link #location} and at least one check) or taken from a suite file
 * ({@link #suite}, {@link #dataset}). All values are strings, with the same syntax and defaults as in
 * {@code lakecheck.yml}; an empty string means that the value is not set.
 *
 * <p>A FAILED check fails the test with an {@code AssertionFailedError}. An UNKNOWN check, for example because the lake
 * could not be read, is an error. WARNED and SKIPPED checks are published as report entries. Invalid values fail the
 * test before its body runs, with an {@code ExtensionConfigurationException}.
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
     * The location of the partitions, with date patterns in braces, for example {@code s3://refined/kpi/dt={date}/}.
     * <code>${bucket}</code> stands for a bucket that only this test uses.
     */
    String location() default "";

    /**
     * Which runs of a job count if a location with {@code *} matches several folders or files for the same period:
     * {@code all} (default), {@code newest} or {@code each}.
     */
    String runs() default "";

    /** The dataset's name in messages. Default: the folder above the first date. */
    String name() default "";

    /**
     * The partition to check, for example {@code 2026-01-02} or {@code dt=2026-01-02}. Default: the most recent one
     * that is due.
     */
    String partition() default "";

    /**
     * The time as of which to check, for example {@code 2026-01-03T05:30} in the dataset's time zone, or
     * {@code 2026-01-03T05:30:00Z}. Objects that the test writes count as written at that time. Default: the deadline
     * of {@link #partition} or, if that is not set, the current time.
     */
    String asOf() default "";

    /** The time zone of dates and deadlines, for example {@code Europe/London}. Default: UTC. */
    String zone() default "";

    /** The time from the end of a period to its deadline, for example {@code 6h}. Default: zero. */
    String due() default "";

    /** The length of a partition, for example {@code 15m}. Required if {@link #location} contains minutes. */
    String period() default "";

    /**
     * The days on which data is expected, for example {@code weekdays}, {@code {"mon", "tue"}}, {@code first monday} or
     * {@code last workday}. Default: every day.
     */
    String[] days() default {};

    /** The interval between the dates on which data is expected, for example {@code 2d from 2026-01-05}. */
    String every() default "";

    /**
     * The hours of the day in which hourly data is expected, for example {@code 6-22} or {@code {"0", "12"}}. Default:
     * every hour.
     */
    String[] hours() default {};

    /** Dates or hours in which no data is expected, for example {@code 2026-12-25} or {@code 2026-01-31T23}. */
    String[] except() default {};

    /** The only dates on which data is expected, instead of {@link #days}. */
    String[] only() default {};

    /**
     * A file with more dates on which no data is expected: an iCalendar file, such as {@code holidays.ics}, or a text
     * file with one date per line.
     */
    String holidays() default "";

    /**
     * The last date for which {@link #holidays} is complete. Checks of later periods are WARNED. Default: the end of
     * the year of the file's last date.
     */
    String validThrough() default "";

    /** Dates with unusual data, on which checks only require that there is data. */
    String[] odd() default {};

    /** Dates on which the size of the data changed permanently, for example because of a migration. */
    String[] levels() default {};

    /**
     * Globs for the objects that count as data, for example {@code *.parquet}. Default: all objects except hidden ones.
     */
    String[] include() default {};

    /** Globs for objects that don't count as data. */
    String[] exclude() default {};

    /** Whether the partition may contain no data: {@code fail} or {@code allow}. Default: fail. */
    String empty() default "";

    /** Whether the partition may be absent: {@code fail} or {@code ok}. Default: fail. */
    String absent() default "";

    /** The parts that the partition must have, such as one folder for each country. Default: any. */
    Parts[] parts() default {};

    /** Checks that the partition exists, is complete and arrived on time. */
    Recency[] recency() default {};

    /** Checks the total size, the number of objects and the size of each object. */
    Size[] size() default {};

    /** Checks the partition's size against those of earlier partitions. */
    Delta[] delta() default {};

    /** Checks that there is data for all of the most recent periods. */
    Complete[] complete() default {};

    /**
     * The path of a suite file, relative to the working directory, which is usually the module's directory. If there is
     * no such file, it is looked up on the class path.
     */
    String suite() default "";

    /** Names or globs of the datasets in the suite to check, for example {@code kpi-*}. Default: all datasets. */
    String[] dataset() default {};

    /**
     * Values of variables in the suite or the location, for example {@code LAKE=s3://test}. They take precedence over
     * environment variables.
     */
    String[] variables() default {};
}
