// SPDX-License-Identifier: Apache-2.0
/**
 * A typical data job of a lakecheck user: it turns raw events of a vehicle marketplace into daily Parquet partitions.
 *
 * <p>The job does not depend on lakecheck. The {@code lakecheck.yml} next to its POM defines the checks of its output.
 */
package kpi;
