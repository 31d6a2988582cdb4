// SPDX-License-Identifier: Apache-2.0
/**
 * The AWS Lambda function that checks a lake. It translates events into runs, and the results of runs into responses
 * and exceptions.
 */
@NullMarked
package io.lakecheck.lambda;

import org.jspecify.annotations.NullMarked;
