// SPDX-License-Identifier: Apache-2.0
/** The settings for the delivery of results: connections, metrics, alarms and notifications. */
@NullMarked
package io.lakecheck.delivery;

import org.jspecify.annotations.NullMarked;
