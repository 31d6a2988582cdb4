# SPDX-License-Identifier: Apache-2.0
# A suite with shards, with a mocked provider.

mock_provider "aws" {
  mock_data "aws_iam_policy_document" {
    defaults = { json = "{}" }
  }
  mock_data "aws_partition" {
    defaults = { partition = "aws" }
  }
  mock_data "aws_region" {
    defaults = { region = "eu-west-1" }
  }
  mock_data "aws_caller_identity" {
    defaults = { account_id = "123456789012" }
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
  mock_resource "aws_sns_topic" {
    defaults = { arn = "arn:aws:sns:eu-west-1:123456789012:lakecheck-alarms" }
  }
  mock_resource "aws_cloudwatch_event_rule" {
    defaults = { arn = "arn:aws:events:eu-west-1:123456789012:rule/lakecheck" }
  }
  mock_resource "aws_cloudwatch_log_group" {
    defaults = { arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/lakecheck" }
  }
}

variables {
  deployment_file = "tests/sharded/lakecheck/deployment.json"
  package_file    = "tests/suite/lakecheck-function.zip"
  reports         = "s3://reports/lakecheck/"
}

run "the_schedule_starts_the_state_machine" {
  assert {
    condition     = one(values(aws_scheduler_schedule.this)).target[0].arn == aws_sfn_state_machine.shards[0].arn
    error_message = "The schedule invokes the function instead of the state machine."
  }
  assert {
    condition = jsondecode(one(values(aws_scheduler_schedule.this)).target[0].input) == {
      items = one(values(aws_s3_object.shards)).key
      event = { id = "<aws.scheduler.schedule-arn> <aws.scheduler.scheduled-time>" }
    }
    error_message = "The schedule does not name the file with the shards."
  }
  assert {
    condition     = flatten([for shard in jsondecode(one(values(aws_s3_object.shards)).content) : shard.datasets]) == ["d-0001", "d-0004", "d-0002", "d-0005", "d-0003"]
    error_message = "The file does not contain each dataset once."
  }
}

run "a_failed_shard_does_not_stop_the_run" {
  assert {
    condition     = jsondecode(aws_sfn_state_machine.shards[0].definition).States.CheckShards.ToleratedFailureCount == 1000
    error_message = "The run stops if a shard fails."
  }
  assert {
    condition = alltrue([
      for state in [
        jsondecode(aws_sfn_state_machine.shards[0].definition).States.CheckShards,
        jsondecode(aws_sfn_state_machine.shards[0].definition).States.CheckShards.ItemProcessor.States.CheckShard,
      ] : state.Catch[0].ErrorEquals == ["States.ALL"]
    ])
    error_message = "An error is not caught, so the results would not be merged."
  }
  assert {
    condition = [
      for retry in jsondecode(aws_sfn_state_machine.shards[0].definition).States.CheckShards.ItemProcessor.States.CheckShard.Retry :
      "${retry.MaxAttempts} ${join(" ", retry.ErrorEquals)}"
      ] == [
      "6 Lambda.ServiceException Lambda.AWSLambdaException Lambda.SdkClientException Lambda.TooManyRequestsException",
      "2 States.ALL",
    ]
    error_message = "A failed shard is not retried."
  }
}

run "with_snap_start_shards_call_the_published_version" {
  variables {
    snap_start = true
  }
  assert {
    condition = toset([
      jsondecode(aws_sfn_state_machine.shards[0].definition).States.MergeShards.Parameters.FunctionName,
      jsondecode(aws_sfn_state_machine.shards[0].definition).States.CheckShards.ItemProcessor.States.CheckShard.Parameters.FunctionName,
      one(flatten([for statement in data.aws_iam_policy_document.shards.statement : statement.resources if contains(statement.actions, "lambda:InvokeFunction")])),
    ]) == toset([aws_lambda_function.this.qualified_arn])
    error_message = "The state machine calls the function without its snapshot."
  }
}

run "permissions_are_least" {
  assert {
    condition = alltrue(flatten([
      for statement in concat(data.aws_iam_policy_document.shards.statement, data.aws_iam_policy_document.scheduler.statement) :
      [for action in statement.actions : !strcontains(action, "*")]
    ]))
    error_message = "An action has a wildcard."
  }
  assert {
    condition = alltrue(flatten([
      for statement in data.aws_iam_policy_document.shards.statement : [for resource in statement.resources : resource != "*"]
    ]))
    error_message = "A permission is not limited to resources."
  }
}

run "a_fleet_has_three_alarms" {
  assert {
    condition = { for name, alarm in aws_cloudwatch_metric_alarm.suite : name => one(alarm.metric_query).expression } == {
      "lakecheck-fleet-absent"  = "SELECT MIN(PartitionPresent) FROM \"Lake/Checks\""
      "lakecheck-fleet-failed"  = "SELECT MAX(CheckFailed) FROM \"Lake/Checks\""
      "lakecheck-fleet-unknown" = "SELECT MAX(CheckUnknown) FROM \"Lake/Checks\""
    }
    error_message = "The alarms of the fleet differ from the suite's."
  }
}

run "a_suite_without_shards_has_no_state_machine" {
  variables {
    deployment_file = "tests/suite/lakecheck/deployment.json"
  }
  assert {
    condition     = length(aws_sfn_state_machine.shards) == 0 && length(aws_iam_role.shards) == 0 && output.state_machine_arn == null
    error_message = "There is a state machine without shards."
  }
}

run "shards_need_a_folder_for_their_results" {
  command = plan
  variables {
    reports = null
  }
  expect_failures = [aws_s3_object.shards]
}

run "invalid_concurrency" {
  command = plan
  variables {
    shard_concurrency = 0
  }
  expect_failures = [var.shard_concurrency]
}
