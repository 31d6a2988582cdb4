// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

/**
 * A message from an SQS queue.
 *
 * @param id the message's ID; the function's response lists the IDs of messages to deliver again
 * @param receipt the receipt handle, which identifies this delivery of the message
 * @param queue the queue's ARN
 */
record QueueMessage(String id, String receipt, String queue) {}
