// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import java.util.OptionalInt;

/**
 * How a volume is compared with a baseline.
 *
 * @param of what is compared
 * @param tolerance how far from the baseline it may be
 * @param history how many earlier partitions are required; empty for as many as the baseline needs
 * @param lookback how many earlier periods are considered at most; empty for the baseline's default
 */
public record Terms(Volume of, Tolerance tolerance, OptionalInt history, OptionalInt lookback) {}
