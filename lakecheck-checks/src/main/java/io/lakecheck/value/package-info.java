// SPDX-License-Identifier: Apache-2.0
/** Values that all other packages use: sizes, percentages and limits, and the text form of each. */
@NullMarked
package io.lakecheck.value;

import org.jspecify.annotations.NullMarked;
