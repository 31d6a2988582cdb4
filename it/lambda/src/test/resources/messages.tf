# SPDX-License-Identifier: Apache-2.0
# Added to an example by a test: the topic that the suite notifies, and a queue that receives its messages.

resource "aws_sns_topic" "fleet" {
  name = "fleet"
}

resource "aws_sqs_queue" "fleet" {
  name = "fleet"
}

resource "aws_sns_topic_subscription" "fleet" {
  topic_arn = aws_sns_topic.fleet.arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.fleet.arn
}
