# SPDX-License-Identifier: Apache-2.0

locals {
  suite_alarms = { for alarm in local.facts.alarms : alarm.name => alarm if var.alarms }

  own_actions = concat(var.alarm_actions, aws_sns_topic.this[*].arn)
  own_ok      = concat(var.ok_actions, aws_sns_topic.this[*].arn)

  # Alarms on the function itself: they detect that the suite is not checked, whatever the reason.
  function_alarms = {
    errors = {
      description = "The function fails: checks could not be completed, or the suite or its settings are invalid."
      metric      = "Errors"
      comparison  = "GreaterThanThreshold"
      threshold   = 0
      hours       = 1
      missing     = "notBreaching"
    }
    throttles = {
      description = "Runs of the function are delayed or lost, because too many functions run at the same time."
      metric      = "Throttles"
      comparison  = "GreaterThanThreshold"
      threshold   = 0
      hours       = 1
      missing     = "notBreaching"
    }
    not-invoked = {
      description = "The function has not run for ${local.facts.silentHours} hours: nothing is checked."
      metric      = "Invocations"
      comparison  = "LessThanThreshold"
      threshold   = 1
      hours       = local.facts.silentHours
      missing     = "breaching"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "suite" {
  for_each = local.suite_alarms

  alarm_name          = each.key
  alarm_description   = each.value.description
  namespace           = try(each.value.namespace, null)
  metric_name         = try(each.value.metric, null)
  dimensions          = try(each.value.dimensions, null)
  statistic           = try(each.value.statistic, null)
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  period              = can(each.value.query) ? null : each.value.period
  evaluation_periods  = each.value.evaluationPeriods
  datapoints_to_alarm = each.value.datapointsToAlarm
  treat_missing_data  = each.value.missingData
  alarm_actions       = each.value.notifies ? concat(local.facts.alarmActions.alarm, local.own_actions) : []
  ok_actions          = each.value.notifies ? concat(local.facts.alarmActions.ok, local.own_ok) : []
  tags                = local.tags

  # The alarms of a fleet are queries.
  dynamic "metric_query" {
    for_each = can(each.value.query) ? [each.value] : []

    content {
      id          = "worst"
      expression  = metric_query.value.query
      period      = metric_query.value.period
      return_data = true
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "function" {
  for_each = local.function_alarms

  alarm_name          = "${local.name}-function-${each.key}"
  alarm_description   = each.value.description
  namespace           = "AWS/Lambda"
  metric_name         = each.value.metric
  dimensions          = { FunctionName = aws_lambda_function.this.function_name }
  statistic           = "Sum"
  comparison_operator = each.value.comparison
  threshold           = each.value.threshold
  period              = 3600
  evaluation_periods  = each.value.hours
  datapoints_to_alarm = each.value.hours
  treat_missing_data  = each.value.missing
  alarm_actions       = concat(local.facts.alarmActions.alarm, local.own_actions)
  ok_actions          = concat(local.facts.alarmActions.ok, local.own_ok)
  tags                = local.tags
}

resource "aws_cloudwatch_metric_alarm" "dead_letters" {
  alarm_name          = "${local.name}-dead-letters"
  alarm_description   = "Events could not be handled. They are in the queue ${aws_sqs_queue.dead_letters.name}."
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead_letters.name }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  period              = 300
  evaluation_periods  = 1
  treat_missing_data  = "notBreaching"
  alarm_actions       = concat(local.facts.alarmActions.alarm, local.own_actions)
  ok_actions          = concat(local.facts.alarmActions.ok, local.own_ok)
  tags                = local.tags
}

resource "aws_sns_topic" "this" {
  count = var.create_topic ? 1 : 0

  name = "${local.name}-alarms"
  tags = local.tags
}

data "aws_iam_policy_document" "topic" {
  count = var.create_topic ? 1 : 0

  statement {
    actions   = ["sns:Publish"]
    resources = aws_sns_topic.this[*].arn

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_sns_topic_policy" "this" {
  count = var.create_topic ? 1 : 0

  arn    = aws_sns_topic.this[0].arn
  policy = data.aws_iam_policy_document.topic[0].json
}

resource "aws_sns_topic_subscription" "email" {
  for_each = var.create_topic ? toset(var.alarm_emails) : toset([])

  topic_arn = aws_sns_topic.this[0].arn
  protocol  = "email"
  endpoint  = each.value
}
