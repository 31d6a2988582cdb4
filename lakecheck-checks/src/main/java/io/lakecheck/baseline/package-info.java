// SPDX-License-Identifier: Apache-2.0
/** Baselines, which derive the expected volume of a partition from earlier partitions. They do not depend on checks. */
@NullMarked
package io.lakecheck.baseline;

import org.jspecify.annotations.NullMarked;
