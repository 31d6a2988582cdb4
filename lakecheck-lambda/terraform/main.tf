# SPDX-License-Identifier: Apache-2.0

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

locals {
  facts = jsondecode(file(var.deployment_file))
  name  = coalesce(var.name, substr(replace(local.facts.name, ".", "-"), 0, 22))

  account   = data.aws_caller_identity.current.account_id
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.region

  # What calls the function: with SnapStart its latest version, because only versions have snapshots.
  function  = var.snap_start ? aws_lambda_function.this.qualified_arn : aws_lambda_function.this.arn
  qualifier = var.snap_start ? aws_lambda_function.this.version : null

  settings = { for name, value in {
    LAKECHECK_SUITE   = var.suite
    LAKECHECK_REPORTS = var.reports
    LAKECHECK_FAIL_ON = var.fail_on
  } : name => value if value != null }

  tags = merge(var.tags, { "lakecheck:suite" = local.facts.name })
}

resource "aws_lambda_function" "this" {
  function_name                  = local.name
  description                    = "Checks the lakecheck suite ${local.facts.name}."
  role                           = local.role_arn
  handler                        = "io.lakecheck.lambda.LakecheckHandler"
  runtime                        = var.runtime
  architectures                  = [var.architecture]
  memory_size                    = var.memory_size
  timeout                        = var.timeout
  reserved_concurrent_executions = var.reserved_concurrent_executions
  kms_key_arn                    = var.kms_key_arn
  layers                         = var.layers
  publish                        = var.snap_start

  filename         = var.package_file
  s3_bucket        = try(var.package_s3.bucket, null)
  s3_key           = try(var.package_s3.key, null)
  source_code_hash = var.package_file == null ? var.package_s3.sha256 : filebase64sha256(var.package_file)

  environment {
    variables = merge(var.environment, local.settings)
  }

  logging_config {
    log_format            = var.log_format
    log_group             = aws_cloudwatch_log_group.this.name
    application_log_level = var.log_format == "JSON" ? "INFO" : null
    system_log_level      = var.log_format == "JSON" ? "INFO" : null
  }

  dynamic "vpc_config" {
    for_each = var.vpc_config[*]

    content {
      subnet_ids         = vpc_config.value.subnet_ids
      security_group_ids = vpc_config.value.security_group_ids
    }
  }

  dynamic "snap_start" {
    for_each = var.snap_start ? [true] : []

    content {
      apply_on = "PublishedVersions"
    }
  }

  tags = local.tags

  # Otherwise the first run could start without its permissions.
  depends_on = [aws_iam_role_policy.this]
}

resource "aws_cloudwatch_log_group" "this" {
  name              = "/aws/lambda/${local.name}"
  retention_in_days = var.log_retention_days
  kms_key_id        = var.kms_key_arn
  tags              = local.tags
}

# Asynchronous calls that failed for good, by schedules and by S3 events.
resource "aws_lambda_function_event_invoke_config" "this" {
  function_name                = aws_lambda_function.this.function_name
  qualifier                    = local.qualifier
  maximum_retry_attempts       = var.maximum_retry_attempts
  maximum_event_age_in_seconds = 3600

  destination_config {
    on_failure {
      destination = aws_sqs_queue.dead_letters.arn
    }
  }
}

resource "aws_sqs_queue" "dead_letters" {
  name                      = "${local.name}-dead-letters"
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
  tags                      = local.tags
}
