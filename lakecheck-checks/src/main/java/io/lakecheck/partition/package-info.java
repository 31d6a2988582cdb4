// SPDX-License-Identifier: Apache-2.0
/** The mapping between folder names and time: locations, partitions, periods and calendars. */
@NullMarked
package io.lakecheck.partition;

import org.jspecify.annotations.NullMarked;
