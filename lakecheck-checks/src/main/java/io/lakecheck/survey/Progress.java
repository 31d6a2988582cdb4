// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Traffic;

/**
 * The progress of a run.
 *
 * @param listed the number of partitions listed so far
 * @param needed the number of partitions known to be needed so far
 * @param traffic the requests and objects so far
 */
public record Progress(int listed, int needed, Traffic traffic) {}
