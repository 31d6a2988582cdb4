# SPDX-License-Identifier: Apache-2.0

locals {
  schedules = { for schedule in local.facts.schedules : schedule.name => schedule }

  # The scheduler may deliver an event twice, but always with the same scheduled time.
  scheduled_events = { for name, schedule in local.schedules :
    name => merge(schedule.event, { id = "<aws.scheduler.schedule-arn> <aws.scheduler.scheduled-time>" })
  }

  # The module never changes a bucket's notification configuration, because a bucket has only one.
  object_events = { for event in local.facts.objectEvents : event.name => event if var.object_events }
  has_queue     = anytrue([for event in values(local.object_events) : event.queued])

  # A list of all rules could exceed the maximum length of a policy: 8 KB for a queue, and 20 KB for a function.
  rules = "arn:${local.partition}:events:${local.region}:${local.account}:rule/${local.name}-*"
}

resource "aws_scheduler_schedule_group" "this" {
  name = local.name
  tags = local.tags
}

resource "aws_scheduler_schedule" "this" {
  for_each = local.schedules

  name                         = each.key
  description                  = substr("Checks ${join(", ", each.value.datasets)}.", 0, 512)
  group_name                   = aws_scheduler_schedule_group.this.name
  schedule_expression          = each.value.expression
  schedule_expression_timezone = each.value.zone

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = contains(keys(local.sharded), each.key) ? aws_sfn_state_machine.shards[0].arn : local.function
    role_arn = aws_iam_role.scheduler.arn
    # jsonencode escapes angle brackets, but the scheduler only replaces keywords between real ones.
    input = replace(replace(contains(keys(local.sharded), each.key)
      ? jsonencode({ items = "${local.items_prefix}${each.key}.json", event = local.scheduled_events[each.key] })
    : jsonencode(local.scheduled_events[each.key]), "\\u003c", "<"), "\\u003e", ">")

    retry_policy {
      maximum_event_age_in_seconds = 3600
      maximum_retry_attempts       = 5
    }

    dead_letter_config {
      arn = aws_sqs_queue.dead_letters.arn
    }
  }

  depends_on = [aws_iam_role_policy.scheduler]
}

resource "aws_cloudwatch_event_rule" "objects" {
  for_each = local.object_events

  name        = "${local.name}-${each.key}"
  description = substr("Objects that complete a partition of ${try(each.value.dataset, "datasets in ${each.value.bucket}")}.", 0, 512)
  event_pattern = jsonencode({
    source      = ["aws.s3"]
    detail-type = ["Object Created"]
    detail = {
      bucket = { name = [each.value.bucket] }
      object = { key = concat(
        [for key in compact([try(each.value.key, "")]) : { wildcard = key }],
        [for prefix in try(each.value.prefixes, []) : { prefix = prefix }],
      ) }
    }
  })
  tags = local.tags
}

resource "aws_cloudwatch_event_target" "objects" {
  for_each = local.object_events

  rule      = aws_cloudwatch_event_rule.objects[each.key].name
  target_id = "lakecheck"
  arn       = each.value.queued ? aws_sqs_queue.arrivals[0].arn : local.function

  dead_letter_config {
    arn = aws_sqs_queue.dead_letters.arn
  }
}

resource "aws_lambda_permission" "objects" {
  count = alltrue([for event in values(local.object_events) : event.queued]) ? 0 : 1

  statement_id  = "objects"
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.this.function_name
  qualifier     = local.qualifier
  principal     = "events.amazonaws.com"
  source_arn    = local.rules
}

# Events of datasets without a marker wait here until their partition no longer changes.
resource "aws_sqs_queue" "arrivals" {
  count = local.has_queue ? 1 : 0

  name                       = "${local.name}-arrivals"
  visibility_timeout_seconds = 6 * var.timeout
  message_retention_seconds  = 345600
  sqs_managed_sse_enabled    = true
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead_letters.arn
    maxReceiveCount     = 10
  })
  tags = local.tags
}

resource "aws_lambda_event_source_mapping" "arrivals" {
  count = local.has_queue ? 1 : 0

  event_source_arn                   = aws_sqs_queue.arrivals[0].arn
  function_name                      = local.function
  batch_size                         = 1000
  maximum_batching_window_in_seconds = 30
  function_response_types            = ["ReportBatchItemFailures"]
  tags                               = local.tags

  depends_on = [aws_iam_role_policy.this]
}

data "aws_iam_policy_document" "queue" {
  for_each = length(local.object_events) == 0 ? {} : merge(
    { dead_letters = aws_sqs_queue.dead_letters.arn },
    local.has_queue ? { arrivals = aws_sqs_queue.arrivals[0].arn } : {}
  )

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [each.value]

    principals {
      type        = "Service"
      identifiers = ["events.amazonaws.com"]
    }

    condition {
      test     = "ArnLike"
      variable = "aws:SourceArn"
      values   = [local.rules]
    }
  }
}

resource "aws_sqs_queue_policy" "dead_letters" {
  count = length(local.object_events) == 0 ? 0 : 1

  queue_url = aws_sqs_queue.dead_letters.id
  policy    = data.aws_iam_policy_document.queue["dead_letters"].json
}

resource "aws_sqs_queue_policy" "arrivals" {
  count = local.has_queue ? 1 : 0

  queue_url = aws_sqs_queue.arrivals[0].id
  policy    = data.aws_iam_policy_document.queue["arrivals"].json
}
