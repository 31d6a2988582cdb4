# SPDX-License-Identifier: Apache-2.0
# Added to an example by a test: a queue that receives the alarms' messages, and a rule that checks a
# dataset each minute.

resource "aws_sqs_queue" "observer" {
  name = "observer"
}

resource "aws_sns_topic_subscription" "observer" {
  topic_arn = module.lakecheck.topic_arn
  protocol  = "sqs"
  endpoint  = aws_sqs_queue.observer.arn
}

resource "aws_cloudwatch_event_rule" "every_minute" {
  name                = "every-minute"
  schedule_expression = "rate(1 minute)"
}

resource "aws_cloudwatch_event_target" "every_minute" {
  rule  = aws_cloudwatch_event_rule.every_minute.name
  arn   = module.lakecheck.function_arn
  input = jsonencode({ datasets = ["invoices"] })
}

resource "aws_lambda_permission" "every_minute" {
  action        = "lambda:InvokeFunction"
  function_name = module.lakecheck.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.every_minute.arn
}
