// SPDX-License-Identifier: Apache-2.0
/** What is needed to deploy a suite as a Lambda function: schedules, event patterns, permissions and alarms. */
@NullMarked
package io.lakecheck.deployment;

import org.jspecify.annotations.NullMarked;
