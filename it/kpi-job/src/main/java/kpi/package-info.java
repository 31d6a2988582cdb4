// SPDX-License-Identifier: Apache-2.0
/**
 * A data job as a user of lakecheck would have it: raw events of a marketplace for vehicles in, daily Parquet
 * partitions out.
 *
 * <p>Nothing here knows lakecheck. The job is guarded from outside, by the {@code lakecheck.yml} beside its POM.
 */
package kpi;
