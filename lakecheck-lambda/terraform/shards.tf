# SPDX-License-Identifier: Apache-2.0
# Runs that are split into shards: a state machine that invokes the function for each shard, and then to merge them.

locals {
  sharded    = { for name, schedule in local.schedules : name => schedule if can(schedule.shards) }
  has_shards = length(local.sharded) > 0

  # The name of the state machine doesn't depend on the resource, because its own role refers to it.
  state_machine     = "${local.name}-shards"
  state_machine_arn = "arn:${local.partition}:states:${local.region}:${local.account}:stateMachine:${local.state_machine}"

  reports_path   = var.reports == null ? "" : trimprefix(var.reports, "s3://")
  reports_bucket = split("/", local.reports_path)[0]
  items_prefix   = "${trimprefix(local.reports_path, "${local.reports_bucket}/")}deployment/"

  lambda_retry = {
    ErrorEquals     = ["Lambda.ServiceException", "Lambda.AWSLambdaException", "Lambda.SdkClientException", "Lambda.TooManyRequestsException"]
    IntervalSeconds = 2
    BackoffRate     = 2
    MaxAttempts     = 6
  }
}

resource "aws_s3_object" "shards" {
  for_each = local.sharded

  bucket       = local.reports_bucket
  key          = "${local.items_prefix}${each.key}.json"
  content      = jsonencode(each.value.shards)
  content_type = "application/json"
  tags         = local.tags

  lifecycle {
    precondition {
      condition     = var.reports != null
      error_message = "The suite has shards, which store their results in the folder for reports. Set reports, for example to s3://reports/lakecheck/."
    }
  }
}

resource "aws_sfn_state_machine" "shards" {
  count = local.has_shards ? 1 : 0

  name     = local.state_machine
  role_arn = aws_iam_role.shards[0].arn
  tags     = local.tags

  definition = jsonencode({
    Comment = "Checks the shards of the lakecheck suite ${local.facts.name} and merges their results."
    StartAt = "CheckShards"
    States = {
      CheckShards = {
        Type           = "Map"
        Label          = "Shards"
        MaxConcurrency = var.shard_concurrency
        ItemReader = {
          Resource     = "arn:${local.partition}:states:::s3:getObject"
          ReaderConfig = { InputType = "JSON" }
          Parameters   = { Bucket = local.reports_bucket, "Key.$" = "$.items" }
        }
        ItemSelector = {
          "shard.$"    = "$$.Map.Item.Value.shard"
          "datasets.$" = "$$.Map.Item.Value.datasets"
          "run.$"      = "$$.Execution.Name"
          "asOf.$"     = "$$.Execution.StartTime"
        }
        ItemProcessor = {
          ProcessorConfig = { Mode = "DISTRIBUTED", ExecutionType = "STANDARD" }
          StartAt         = "CheckShard"
          States = {
            CheckShard = {
              Type           = "Task"
              Resource       = "arn:${local.partition}:states:::lambda:invoke"
              Parameters     = { FunctionName = local.function, "Payload.$" = "$" }
              ResultSelector = { "shard.$" = "$.Payload.shard" }
              Retry = [
                local.lambda_retry,
                { ErrorEquals = ["States.ALL"], IntervalSeconds = 2, BackoffRate = 2, MaxAttempts = 2 },
              ]
              Catch = [{ ErrorEquals = ["States.ALL"], ResultPath = "$.failure", Next = "ShardFailed" }]
              End   = true
            }
            ShardFailed = {
              Type       = "Pass"
              Parameters = { "shard.$" = "$.shard", "error.$" = "$.failure.Error" }
              End        = true
            }
          }
        }
        # A shard that fails must not stop the others. Its datasets are UNKNOWN in the merged report.
        ToleratedFailureCount = 1000
        ResultPath            = "$.shards"
        Catch                 = [{ ErrorEquals = ["States.ALL"], ResultPath = "$.failure", Next = "ShardsFailed" }]
        Next                  = "MergeShards"
      }
      ShardsFailed = {
        Type       = "Pass"
        Parameters = { "event.$" = "$.event", shards = [{ "error.$" = "$.failure.Error" }] }
        Next       = "MergeShards"
      }
      MergeShards = {
        Type     = "Task"
        Resource = "arn:${local.partition}:states:::lambda:invoke"
        Parameters = {
          FunctionName = local.function
          Payload = {
            "merge.$" = "$.shards"
            "run.$"   = "$$.Execution.Name"
            "asOf.$"  = "$$.Execution.StartTime"
            "event.$" = "$.event"
          }
        }
        ResultSelector = { "result.$" = "$.Payload" }
        Retry          = [local.lambda_retry]
        End            = true
      }
    }
  })

  depends_on = [aws_iam_role_policy.shards]
}

# The run fails like an invocation of the function, so that a failed check is an error if fail_on requires it.
resource "aws_cloudwatch_metric_alarm" "shards" {
  count = local.has_shards ? 1 : 0

  alarm_name          = "${local.name}-shards-failed"
  alarm_description   = "A sharded run failed: its results may not have been merged and published."
  namespace           = "AWS/States"
  metric_name         = "ExecutionsFailed"
  dimensions          = { StateMachineArn = local.state_machine_arn }
  statistic           = "Sum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 3600
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = concat(local.facts.alarmActions.alarm, local.own_actions)
  ok_actions          = concat(local.facts.alarmActions.ok, local.own_ok)
  tags                = local.tags
}

data "aws_iam_policy_document" "assume_shards" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["states.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_iam_role" "shards" {
  count = local.has_shards ? 1 : 0

  name                 = "${local.name}-shards-${local.region}"
  description          = "Checks the shards of the lakecheck suite ${local.facts.name}."
  assume_role_policy   = data.aws_iam_policy_document.assume_shards.json
  permissions_boundary = var.permissions_boundary
  tags                 = local.tags
}

data "aws_iam_policy_document" "shards" {
  statement {
    sid       = "InvokeTheFunction"
    actions   = ["lambda:InvokeFunction"]
    resources = [local.function]
  }

  statement {
    sid       = "ReadTheShards"
    actions   = ["s3:GetObject"]
    resources = [for name in keys(local.sharded) : "arn:${local.partition}:s3:::${local.reports_bucket}/${local.items_prefix}${name}.json"]
  }

  # A Distributed Map runs each shard as a separate execution.
  statement {
    sid       = "StartShards"
    actions   = ["states:StartExecution"]
    resources = [local.state_machine_arn]
  }

  statement {
    sid     = "WatchShards"
    actions = ["states:DescribeExecution", "states:StopExecution"]
    resources = [
      "arn:${local.partition}:states:${local.region}:${local.account}:execution:${local.state_machine}:*",
      "arn:${local.partition}:states:${local.region}:${local.account}:execution:${local.state_machine}/Shards:*",
    ]
  }
}

resource "aws_iam_role_policy" "shards" {
  count = local.has_shards ? 1 : 0

  name   = "lakecheck"
  role   = aws_iam_role.shards[0].id
  policy = data.aws_iam_policy_document.shards.json
}
