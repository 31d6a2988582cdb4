// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Traffic;

/**
 * The progress of a run.
 *
 * @param listed the number of partitions listed so far
 * @param needed the number of partitions that are known so far to be needed
 * @param traffic the requests and objects so far
 * @param inFlight the number of requests that are currently in flight
 * @param throttled the number of requests that the lake has rejected so far because it was receiving too many
 */
public record Progress(int listed, int needed, Traffic traffic, int inFlight, long throttled) {}
