// SPDX-License-Identifier: Apache-2.0
/** Notifies people of a run through Slack, a webhook, or SNS. */
@NullMarked
package io.lakecheck.notify;

import org.jspecify.annotations.NullMarked;
