// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

/**
 * A message from an SQS queue.
 *
 * @param id the message's ID, which the function's response contains if the message must be delivered again
 * @param receipt the receipt handle, which identifies this delivery of the message
 * @param queue the queue's ARN
 */
record QueueMessage(String id, String receipt, String queue) {}
