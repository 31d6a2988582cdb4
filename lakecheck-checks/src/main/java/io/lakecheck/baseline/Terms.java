// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.OptionalInt;

/**
 * The settings for comparing a volume with a baseline.
 *
 * @param of the volume that is compared
 * @param tolerance the allowed distance from the baseline
 * @param history the number of earlier partitions that are required; empty for as many as the baseline needs
 * @param lookback the maximum number of earlier periods that are considered; empty for the baseline's default
 */
public record Terms(Volume of, Tolerance tolerance, OptionalInt history, OptionalInt lookback) {}
