// SPDX-License-Identifier: Apache-2.0
/** Where results go: connections, metrics, alarms and notifications, as settings. */
@NullMarked
package io.lakecheck.delivery;

import org.jspecify.annotations.NullMarked;
