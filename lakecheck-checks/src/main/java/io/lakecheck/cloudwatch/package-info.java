// SPDX-License-Identifier: Apache-2.0
/**
 * What a run found as CloudWatch metrics: {@link io.lakecheck.cloudwatch.CloudWatchReporter}. What is sent is worked
 * out as pure data first; the SDK is met last.
 */
@NullMarked
package io.lakecheck.cloudwatch;

import org.jspecify.annotations.NullMarked;
