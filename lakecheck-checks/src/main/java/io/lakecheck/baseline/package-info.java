// SPDX-License-Identifier: Apache-2.0
/** What earlier partitions suggest for a partition. Knows no check. */
@NullMarked
package io.lakecheck.baseline;

import org.jspecify.annotations.NullMarked;
