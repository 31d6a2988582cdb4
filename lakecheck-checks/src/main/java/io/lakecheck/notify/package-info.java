// SPDX-License-Identifier: Apache-2.0
/** Notifications about runs, sent through Slack, a webhook or SNS. */
@NullMarked
package io.lakecheck.notify;

import org.jspecify.annotations.NullMarked;
