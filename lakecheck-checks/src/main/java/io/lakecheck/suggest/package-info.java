// SPDX-License-Identifier: Apache-2.0
/**
 * The suggestion of a suite. It derives the layout, deadlines and limits of datasets from the existing data under a
 * folder and writes them as YAML with the evidence for each limit.
 */
@NullMarked
package io.lakecheck.suggest;

import org.jspecify.annotations.NullMarked;
