// SPDX-License-Identifier: Apache-2.0
/**
 * Suggests a suite for a folder: derives datasets, with their layout, deadlines and limits, from the existing data and
 * writes them as YAML, with the evidence for each limit.
 */
@NullMarked
package io.lakecheck.suggest;

import org.jspecify.annotations.NullMarked;
