// SPDX-License-Identifier: Apache-2.0
/** The CloudWatch adapter, which publishes the results of runs as metrics and keeps a suite's alarms up to date. */
@NullMarked
package io.lakecheck.cloudwatch;

import org.jspecify.annotations.NullMarked;
