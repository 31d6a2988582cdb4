// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.Optional;

/**
 * An earlier partition that was considered for a baseline.
 *
 * @param snapshot what was found in it
 * @param leftOut why it is no part of the baseline: {@code absent}, {@code empty}, {@code no marker}; empty where it is one
 */
public record Precedent(Snapshot snapshot, Optional<String> leftOut) {}
