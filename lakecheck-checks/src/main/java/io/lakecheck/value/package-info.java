// SPDX-License-Identifier: Apache-2.0
/** Values that all other packages use, such as sizes, percentages and limits, and how they are formatted as text. */
@NullMarked
package io.lakecheck.value;

import org.jspecify.annotations.NullMarked;
