// SPDX-License-Identifier: Apache-2.0
/**
 * A data job as a lakecheck user might write it. It turns raw events from a vehicle marketplace into daily Parquet
 * partitions.
 *
 * <p>The job itself doesn't depend on lakecheck. The file {@code lakecheck.yml} next to its POM defines the checks of
 * its output.
 */
package kpi;
