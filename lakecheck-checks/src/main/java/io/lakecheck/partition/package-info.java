// SPDX-License-Identifier: Apache-2.0
/** How names spell time: locations, partitions, periods and calendars. */
@NullMarked
package io.lakecheck.partition;

import org.jspecify.annotations.NullMarked;
