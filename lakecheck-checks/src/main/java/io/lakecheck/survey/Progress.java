// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Traffic;

/**
 * The progress of a run.
 *
 * @param listed the number of partitions listed so far
 * @param needed the number of partitions known to be needed so far
 * @param traffic the requests and objects so far
 * @param inFlight the number of requests that are in flight now
 * @param throttled the number of requests so far that the lake has rejected because it received too many
 */
public record Progress(int listed, int needed, Traffic traffic, int inFlight, long throttled) {}
