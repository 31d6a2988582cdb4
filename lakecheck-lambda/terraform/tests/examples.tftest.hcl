# SPDX-License-Identifier: Apache-2.0
# The examples with a mocked provider.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_data "aws_region" {
    defaults = { region = "eu-west-1" }
  }
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:eu-west-1:123456789012:lakecheck-alarms" }
  }
  mock_resource "aws_iam_role" {
    defaults = { arn = "arn:aws:iam::123456789012:role/lakecheck" }
  }
  mock_resource "aws_lambda_function" {
    defaults = { arn = "arn:aws:lambda:eu-west-1:123456789012:function:lakecheck" }
  }
  mock_resource "aws_sfn_state_machine" {
    defaults = { arn = "arn:aws:states:eu-west-1:123456789012:stateMachine:lakecheck-shards" }
  }
  mock_resource "aws_sqs_queue" {
    defaults = { arn = "arn:aws:sqs:eu-west-1:123456789012:lakecheck" }
  }
  mock_resource "aws_cloudwatch_event_rule" {
    defaults = { arn = "arn:aws:events:eu-west-1:123456789012:rule/lakecheck" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/lakecheck" }
  }
}

variables {
  target = "tests/suite"
}

run "basic" {
  module {
    source = "./examples/basic"
  }
  assert {
    condition     = output.function_name == "lakecheck" && output.topic_arn != null
    error_message = "The example has no function or no topic."
  }
}

run "existing_alarms" {
  module {
    source = "./examples/existing-alarms"
  }
  assert {
    condition = (aws_cloudwatch_metric_alarm.total_file_size.metric_name == "TotalFileSize"
      && aws_cloudwatch_metric_alarm.total_file_size.namespace == "ATUK/Lambda"
      && aws_cloudwatch_metric_alarm.total_file_size.statistic == "Average"
      && aws_cloudwatch_metric_alarm.total_file_size.threshold == 195000
      && aws_cloudwatch_metric_alarm.total_file_size.period == 300
    && aws_cloudwatch_metric_alarm.total_file_size.dimensions == tomap({ BucketName = "refined", Key = "kpi/", FunctionName = "file_size_check" }))
    error_message = "The existing alarm was changed."
  }
}

run "object_events" {
  module {
    source = "./examples/object-events"
  }
  assert {
    condition     = aws_s3_bucket_notification.lake.eventbridge
    error_message = "The bucket sends no events."
  }
}

run "fan_out" {
  module {
    source = "./examples/fan-out"
  }
  variables {
    target = "tests/sharded"
  }
  assert {
    condition     = output.state_machine_arn == "arn:aws:states:eu-west-1:123456789012:stateMachine:lakecheck-shards"
    error_message = "The example has no state machine."
  }
}
