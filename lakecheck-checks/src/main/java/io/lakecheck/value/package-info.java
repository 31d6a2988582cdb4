// SPDX-License-Identifier: Apache-2.0
/** Values that all other packages use, such as sizes, percentages and limits, and their text representations. */
@NullMarked
package io.lakecheck.value;

import org.jspecify.annotations.NullMarked;
