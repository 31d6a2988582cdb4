// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Traffic;

/**
 * How far a run has come.
 *
 * @param done partitions that have been looked at
 * @param wanted partitions that are known to be needed so far
 * @param traffic what looking has cost so far
 */
public record Progress(int done, int wanted, Traffic traffic) {}
