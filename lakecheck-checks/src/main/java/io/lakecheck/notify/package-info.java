// SPDX-License-Identifier: Apache-2.0
/** Tells people of a run where they are: in Slack, through a webhook of their own, by SNS. */
@NullMarked
package io.lakecheck.notify;

import org.jspecify.annotations.NullMarked;
