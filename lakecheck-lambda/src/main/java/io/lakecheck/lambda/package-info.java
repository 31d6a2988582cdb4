// SPDX-License-Identifier: Apache-2.0
/** The AWS Lambda function that checks a lake: it translates events into runs and outcomes into Lambda's signals. */
@NullMarked
package io.lakecheck.lambda;

import org.jspecify.annotations.NullMarked;
