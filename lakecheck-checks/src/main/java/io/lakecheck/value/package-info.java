// SPDX-License-Identifier: Apache-2.0
/** Values that every other package uses: sizes, percentages, limits, and how they are displayed. */
@NullMarked
package io.lakecheck.value;

import org.jspecify.annotations.NullMarked;
