// SPDX-License-Identifier: Apache-2.0
/** Values that all other packages use, such as sizes, percentages and limits, and their formatting as text. */
@NullMarked
package io.lakecheck.value;

import org.jspecify.annotations.NullMarked;
