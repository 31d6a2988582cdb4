# SPDX-License-Identifier: Apache-2.0

locals {
  role_arn      = coalesce(var.role_arn, one(aws_iam_role.this[*].arn))
  creates_role  = var.role_arn == null
  suite_object  = var.suite == null ? [] : ["arn:${local.partition}:s3:::${trimprefix(var.suite, "s3://")}"]
  report_prefix = var.reports == null ? [] : ["arn:${local.partition}:s3:::${trimprefix(var.reports, "s3://")}*"]
}

data "aws_iam_policy_document" "assume" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["lambda.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "this" {
  count = local.creates_role ? 1 : 0

  name                 = "${local.name}-${local.region}"
  description          = "Runs the lakecheck suite ${local.facts.name}."
  assume_role_policy   = data.aws_iam_policy_document.assume.json
  permissions_boundary = var.permissions_boundary
  tags                 = local.tags
}

data "aws_iam_policy_document" "this" {
  dynamic "statement" {
    for_each = local.facts.lists

    content {
      sid       = "ListTheLake${statement.key}"
      actions   = ["s3:ListBucket"]
      resources = ["arn:${local.partition}:s3:::${statement.value.bucket}"]

      condition {
        test     = "StringLike"
        variable = "s3:prefix"
        values   = statement.value.prefixes
      }
    }
  }

  # PutMetricData can't be limited to resources, only to a namespace.
  dynamic "statement" {
    for_each = compact([try(local.facts.publishesTo, "")])

    content {
      sid       = "PublishMetrics"
      actions   = ["cloudwatch:PutMetricData"]
      resources = ["*"]

      condition {
        test     = "StringEquals"
        variable = "cloudwatch:namespace"
        values   = [statement.value]
      }
    }
  }

  dynamic "statement" {
    for_each = length(local.facts.notifies) > 0 ? [local.facts.notifies] : []

    content {
      sid       = "Notify"
      actions   = ["sns:Publish"]
      resources = statement.value
    }
  }

  dynamic "statement" {
    for_each = length(local.suite_object) > 0 ? [local.suite_object] : []

    content {
      sid       = "ReadTheSuite"
      actions   = ["s3:GetObject"]
      resources = statement.value
    }
  }

  dynamic "statement" {
    for_each = length(local.report_prefix) > 0 ? [local.report_prefix] : []

    content {
      sid       = "KeepReports"
      actions   = ["s3:GetObject", "s3:PutObject"]
      resources = statement.value
    }
  }

  dynamic "statement" {
    for_each = aws_sqs_queue.arrivals[*].arn

    content {
      sid = "ReceiveArrivals"
      actions = [
        "sqs:ChangeMessageVisibility",
        "sqs:DeleteMessage",
        "sqs:GetQueueAttributes",
        "sqs:ReceiveMessage",
      ]
      resources = [statement.value]
    }
  }

  statement {
    sid       = "KeepFailedEvents"
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.dead_letters.arn]
  }

  statement {
    sid       = "WriteTheLog"
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.this.arn}:*"]
  }

  # Network interfaces have no names by which these actions could be limited.
  dynamic "statement" {
    for_each = var.vpc_config[*]

    content {
      sid = "RunInTheVpc"
      actions = [
        "ec2:AssignPrivateIpAddresses",
        "ec2:CreateNetworkInterface",
        "ec2:DeleteNetworkInterface",
        "ec2:DescribeNetworkInterfaces",
        "ec2:DescribeSubnets",
        "ec2:UnassignPrivateIpAddresses",
      ]
      resources = ["*"]
    }
  }
}

resource "aws_iam_role_policy" "this" {
  count = local.creates_role ? 1 : 0

  name   = "lakecheck"
  role   = aws_iam_role.this[0].id
  policy = data.aws_iam_policy_document.this.json
}

data "aws_iam_policy_document" "assume_scheduler" {
  statement {
    actions = ["sts:AssumeRole"]

    principals {
      type        = "Service"
      identifiers = ["scheduler.amazonaws.com"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceAccount"
      values   = [local.account]
    }
  }
}

resource "aws_iam_role" "scheduler" {
  name                 = "${local.name}-scheduler-${local.region}"
  description          = "Starts the checks of the lakecheck suite ${local.facts.name}."
  assume_role_policy   = data.aws_iam_policy_document.assume_scheduler.json
  permissions_boundary = var.permissions_boundary
  tags                 = local.tags
}

data "aws_iam_policy_document" "scheduler" {
  statement {
    actions   = ["lambda:InvokeFunction"]
    resources = [local.function]
  }

  dynamic "statement" {
    for_each = aws_sfn_state_machine.shards[*].arn

    content {
      actions   = ["states:StartExecution"]
      resources = [statement.value]
    }
  }

  statement {
    actions   = ["sqs:SendMessage"]
    resources = [aws_sqs_queue.dead_letters.arn]
  }
}

resource "aws_iam_role_policy" "scheduler" {
  name   = "lakecheck"
  role   = aws_iam_role.scheduler.id
  policy = data.aws_iam_policy_document.scheduler.json
}
