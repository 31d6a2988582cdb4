// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

/**
 * A message of an SQS queue.
 *
 * @param id the ID, by which the function names messages that it could not process
 * @param receipt what identifies this delivery of the message
 * @param queue the ARN of the queue
 */
record QueueMessage(String id, String receipt, String queue) {}
