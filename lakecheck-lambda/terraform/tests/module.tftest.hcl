# SPDX-License-Identifier: Apache-2.0
# The module with a mocked provider: what it creates for the suite in tests/suite, and what it rejects.

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
  deployment_file = "tests/suite/lakecheck/deployment.json"
  package_file    = "tests/suite/lakecheck-function.zip"
}

run "permissions_are_exactly_those_of_the_suite" {
  assert {
    condition = alltrue(flatten([
      for statement in concat(data.aws_iam_policy_document.this.statement, data.aws_iam_policy_document.scheduler.statement) :
      [for action in statement.actions : !strcontains(action, "*")]
    ]))
    error_message = "An action has a wildcard."
  }
  assert {
    condition = [for statement in data.aws_iam_policy_document.this.statement : tolist(statement.condition)[0].values
    if contains(statement.actions, "s3:ListBucket")] == [tolist(["kpi/*", "leads/*"])]
    error_message = "The role may list other prefixes than the suite's."
  }
  assert {
    condition = [for statement in data.aws_iam_policy_document.this.statement : tolist(statement.condition)[0].values
    if contains(statement.actions, "cloudwatch:PutMetricData")] == [tolist(["ATUK/Lambda"])]
    error_message = "The role may publish to another namespace than the suite's."
  }
  assert {
    condition = [for statement in data.aws_iam_policy_document.this.statement : statement.sid
    if contains(statement.resources, "*")] == ["PublishMetrics"]
    error_message = "A permission other than PutMetricData is not limited to resources."
  }
}

run "schedules_are_those_of_the_suite" {
  assert {
    condition     = aws_scheduler_schedule.this["tue-sat-0630-Europe-London"].schedule_expression == "cron(30 6 ? * TUE-SAT *)"
    error_message = "The weekdays' schedule differs from the suite's."
  }
  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : schedule.schedule_expression_timezone == "Europe/London"])
    error_message = "A schedule has another time zone than the suite."
  }
  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : strcontains(schedule.target[0].input, "\"id\":\"<aws.scheduler.schedule-arn> <aws.scheduler.scheduled-time>\"")])
    error_message = "An event that is delivered twice is not recognized."
  }
  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : schedule.target[0].dead_letter_config[0].arn == aws_sqs_queue.dead_letters.arn])
    error_message = "A schedule has no dead-letter queue."
  }
  assert {
    condition     = alltrue([for schedule in aws_scheduler_schedule.this : schedule.target[0].retry_policy[0].maximum_retry_attempts == 5])
    error_message = "A schedule does not repeat a call that AWS rejects, or repeats it for a day."
  }
  assert {
    condition     = aws_lambda_function_event_invoke_config.this.maximum_retry_attempts == 1 && aws_lambda_function_event_invoke_config.this.destination_config[0].on_failure[0].destination == aws_sqs_queue.dead_letters.arn
    error_message = "A failed run is not repeated once, or is lost after that."
  }
}

run "markers_go_to_the_function_and_other_objects_to_the_queue" {
  assert {
    condition     = aws_cloudwatch_event_target.objects["kpi-daily"].arn == aws_lambda_function.this.arn
    error_message = "The marker's event does not reach the function."
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.objects["kpi-daily"].event_pattern).detail.object.key[0].wildcard == "kpi/dt=*/_SUCCESS"
    error_message = "The rule matches other objects than markers."
  }
  assert {
    condition     = aws_cloudwatch_event_target.objects["leads"].arn == aws_sqs_queue.arrivals[0].arn
    error_message = "Objects of a dataset without a marker bypass the queue."
  }
  assert {
    condition     = jsondecode(aws_sqs_queue.arrivals[0].redrive_policy) == { deadLetterTargetArn = aws_sqs_queue.dead_letters.arn, maxReceiveCount = 10 }
    error_message = "Messages that can't be handled do not end in the dead-letter queue."
  }
  assert {
    condition     = aws_lambda_event_source_mapping.arrivals[0].function_response_types == toset(["ReportBatchItemFailures"])
    error_message = "A message that is put back also puts back the others of its batch."
  }
  assert {
    condition     = output.event_buckets == tolist(["refined"])
    error_message = "The output does not name the buckets that must send events."
  }
}

run "policies_do_not_grow_with_the_suite" {
  assert {
    condition = { for name, document in data.aws_iam_policy_document.queue : name => join(" ", tolist(document.statement[0].condition)[0].values) } == {
      arrivals     = "arn:aws:events:eu-west-1:123456789012:rule/lakecheck-*"
      dead_letters = "arn:aws:events:eu-west-1:123456789012:rule/lakecheck-*"
    }
    error_message = "A queue accepts messages from other rules, or names each rule."
  }
  assert {
    condition     = one(aws_lambda_permission.objects).source_arn == "arn:aws:events:eu-west-1:123456789012:rule/lakecheck-*"
    error_message = "The function can be invoked by other rules, or has a permission for each rule."
  }
}

run "many_datasets_share_rules" {
  variables {
    deployment_file = "tests/fleet/lakecheck/deployment.json"
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.objects["refined-_SUCCESS"].event_pattern).detail.object.key == [{ wildcard = "*_SUCCESS" }]
    error_message = "The datasets with a marker do not share its rule."
  }
  assert {
    condition     = sum([for rule in values(aws_cloudwatch_event_rule.objects) : length(jsondecode(rule.event_pattern).detail.object.key)]) == 112
    error_message = "The rules do not match each of the 111 datasets without a marker once."
  }
  assert {
    condition     = alltrue([for rule in values(aws_cloudwatch_event_rule.objects) : length(rule.event_pattern) <= 2048])
    error_message = "An event pattern is longer than EventBridge allows."
  }
  assert {
    condition     = jsondecode(aws_cloudwatch_event_rule.objects["refined-objects-2"].event_pattern).detail.object.key[0] == { prefix = "area-0/dataset-0091/" }
    error_message = "A rule does not match the prefix of a dataset without a marker."
  }
  assert {
    condition     = aws_cloudwatch_event_target.objects["refined-objects-2"].arn == aws_sqs_queue.arrivals[0].arn
    error_message = "Objects of datasets without a marker bypass the queue."
  }
}

run "the_watcher_is_watched" {
  assert {
    condition = { for name, alarm in aws_cloudwatch_metric_alarm.function : name => "${alarm.namespace} ${alarm.metric_name} ${alarm.dimensions.FunctionName}" } == {
      errors      = "AWS/Lambda Errors lakecheck"
      throttles   = "AWS/Lambda Throttles lakecheck"
      not-invoked = "AWS/Lambda Invocations lakecheck"
    }
    error_message = "The function has no alarm on errors, throttles or missing runs."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.function["not-invoked"].evaluation_periods == 30 && aws_cloudwatch_metric_alarm.function["not-invoked"].treat_missing_data == "breaching"
    error_message = "Missing runs are not noticed."
  }
  assert {
    condition     = alltrue([for alarm in values(aws_cloudwatch_metric_alarm.function) : contains(alarm.alarm_actions, "arn:aws:sns:eu-west-1:123456789012:data-team")])
    error_message = "An alarm on the function does not run the suite's actions."
  }
  assert {
    condition     = aws_cloudwatch_metric_alarm.suite["lakecheck-kpi-daily-size-below"].threshold == 195000
    error_message = "The suite's limit does not reach its alarm."
  }
}

run "charts_get_the_region" {
  assert {
    condition     = alltrue([for widget in jsondecode(aws_cloudwatch_dashboard.this["0"].dashboard_body).widgets : widget.properties.region == "eu-west-1" if widget.type == "metric"])
    error_message = "A chart has no region."
  }
}

run "everything_optional_can_be_left_out" {
  variables {
    object_events = false
    alarms        = false
    dashboard     = false
    role_arn      = "arn:aws:iam::123456789012:role/mine"
  }
  assert {
    condition     = length(aws_cloudwatch_event_rule.objects) + length(aws_sqs_queue.arrivals) + length(aws_cloudwatch_metric_alarm.suite) + length(aws_cloudwatch_dashboard.this) + length(aws_iam_role.this) == 0
    error_message = "Something was created that was not wanted."
  }
  assert {
    condition     = aws_lambda_function.this.role == "arn:aws:iam::123456789012:role/mine"
    error_message = "The function does not have the given role."
  }
}

run "everything_optional_can_be_set" {
  variables {
    name                           = "watch"
    package_file                   = null
    package_s3                     = { bucket = "code", key = "lakecheck.zip", sha256 = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" }
    reserved_concurrent_executions = 2
    vpc_config                     = { subnet_ids = ["subnet-1"], security_group_ids = ["sg-1"] }
    suite                          = "s3://config/lakecheck.yml"
    reports                        = "s3://reports/lakecheck/"
    permissions_boundary           = "arn:aws:iam::123456789012:policy/boundary"
    kms_key_arn                    = "arn:aws:kms:eu-west-1:123456789012:key/1"
    layers                         = ["arn:aws:lambda:eu-west-1:123456789012:layer:suite:1"]
    create_topic                   = true
    alarm_emails                   = ["data-team@example.com"]
    alarm_actions                  = ["arn:aws:sns:eu-west-1:123456789012:pager"]
    ok_actions                     = ["arn:aws:sns:eu-west-1:123456789012:all-clear"]
    memory_size                    = 1024
    timeout                        = 600
    architecture                   = "arm64"
    runtime                        = "java25"
    log_retention_days             = 90
    log_format                     = "Text"
    fail_on                        = "warn"
    maximum_retry_attempts         = 0
    environment                    = { COUNTRY = "uk" }
    tags                           = { Team = "data" }
  }
  assert {
    condition = (aws_lambda_function.this.function_name == "watch" && aws_lambda_function.this.memory_size == 1024
      && aws_lambda_function.this.timeout == 600 && aws_lambda_function.this.architectures == tolist(["arm64"])
      && aws_lambda_function.this.runtime == "java25" && aws_lambda_function.this.reserved_concurrent_executions == 2
    && aws_lambda_function.this.layers == tolist(["arn:aws:lambda:eu-west-1:123456789012:layer:suite:1"]))
    error_message = "A setting does not reach the function."
  }
  assert {
    condition = (aws_lambda_function.this.s3_bucket == "code" && aws_lambda_function.this.s3_key == "lakecheck.zip"
    && aws_lambda_function.this.source_code_hash == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=" && aws_lambda_function.this.filename == null)
    error_message = "The function's code is not the zip file in S3."
  }
  assert {
    condition     = aws_lambda_function.this.vpc_config[0].subnet_ids == toset(["subnet-1"]) && aws_lambda_function.this.vpc_config[0].security_group_ids == toset(["sg-1"])
    error_message = "The function does not run in the VPC."
  }
  assert {
    condition = (aws_lambda_function.this.kms_key_arn == "arn:aws:kms:eu-west-1:123456789012:key/1"
      && aws_cloudwatch_log_group.this.kms_key_id == "arn:aws:kms:eu-west-1:123456789012:key/1"
    && aws_cloudwatch_log_group.this.retention_in_days == 90 && aws_lambda_function.this.logging_config[0].log_format == "Text")
    error_message = "The log or the environment is not encrypted or kept as set."
  }
  assert {
    condition     = aws_iam_role.this[0].permissions_boundary == "arn:aws:iam::123456789012:policy/boundary" && aws_iam_role.scheduler.permissions_boundary == "arn:aws:iam::123456789012:policy/boundary"
    error_message = "A role has no permissions boundary."
  }
  assert {
    condition     = aws_lambda_function.this.environment[0].variables == tomap({ COUNTRY = "uk", LAKECHECK_SUITE = "s3://config/lakecheck.yml", LAKECHECK_REPORTS = "s3://reports/lakecheck/", LAKECHECK_FAIL_ON = "warn" })
    error_message = "The function has other environment variables."
  }
  assert {
    condition     = aws_sns_topic_subscription.email["data-team@example.com"].protocol == "email" && aws_lambda_function_event_invoke_config.this.maximum_retry_attempts == 0
    error_message = "The recipient is not subscribed, or failed runs are repeated."
  }
  assert {
    condition = alltrue([for alarm in concat(values(aws_cloudwatch_metric_alarm.function), [aws_cloudwatch_metric_alarm.dead_letters, aws_cloudwatch_metric_alarm.suite["lakecheck-kpi-daily-size-below"]]) :
    contains(alarm.alarm_actions, "arn:aws:sns:eu-west-1:123456789012:pager") && contains(alarm.ok_actions, "arn:aws:sns:eu-west-1:123456789012:all-clear")])
    error_message = "An alarm does not run the given actions."
  }
  assert {
    condition = jsonencode({ for statement in data.aws_iam_policy_document.this.statement : statement.sid => statement.resources
      if contains(["ReadTheSuite", "KeepReports"], statement.sid) }) == jsonencode({
      KeepReports = ["arn:aws:s3:::reports/lakecheck/*"], ReadTheSuite = ["arn:aws:s3:::config/lakecheck.yml"]
    })
    error_message = "The role may read or write other objects than the suite and the reports."
  }
  assert {
    condition     = contains(aws_cloudwatch_metric_alarm.dead_letters.alarm_actions, aws_sns_topic.this[0].arn)
    error_message = "The topic does not receive all alarms."
  }
  assert {
    condition     = aws_lambda_function.this.tags["Team"] == "data"
    error_message = "The function does not have the given tags."
  }
}

run "with_snap_start_everything_calls_the_published_version" {
  variables {
    snap_start = true
  }
  assert {
    condition     = aws_lambda_function.this.publish && aws_lambda_function.this.snap_start[0].apply_on == "PublishedVersions"
    error_message = "The function has no snapshots."
  }
  assert {
    condition = alltrue([for arn in concat(
      [for schedule in aws_scheduler_schedule.this : schedule.target[0].arn],
      [aws_cloudwatch_event_target.objects["kpi-daily"].arn, aws_lambda_event_source_mapping.arrivals[0].function_name],
      flatten([for statement in data.aws_iam_policy_document.scheduler.statement : statement.resources if contains(statement.actions, "lambda:InvokeFunction")])
    ) : arn == aws_lambda_function.this.qualified_arn])
    error_message = "Something calls the function without its snapshot."
  }
  assert {
    condition = alltrue([for qualifier in [aws_lambda_permission.objects[0].qualifier, aws_lambda_function_event_invoke_config.this.qualifier] :
    qualifier == aws_lambda_function.this.version])
    error_message = "A permission or the retries are not those of the published version."
  }
}

run "without_snap_start_no_version_is_published" {
  assert {
    condition     = !aws_lambda_function.this.publish && length(aws_lambda_function.this.snap_start) == 0 && aws_lambda_permission.objects[0].qualifier == null
    error_message = "The function has a snapshot."
  }
}

run "a_missing_deployment_file" {
  command = plan
  variables {
    deployment_file = "tests/missing.json"
  }
  expect_failures = [var.deployment_file]
}

run "no_package" {
  command = plan
  variables {
    package_file = null
  }
  expect_failures = [var.package_file]
}

run "a_missing_package" {
  command = plan
  variables {
    package_file = "tests/missing.zip"
  }
  expect_failures = [var.package_file]
}

run "invalid_values" {
  command = plan
  variables {
    name                           = "a name"
    runtime                        = "java11"
    architecture                   = "arm"
    memory_size                    = 128
    timeout                        = 1000
    reserved_concurrent_executions = 0
    environment                    = { LAKECHECK_SUITE = "x" }
    suite                          = "lakecheck.yml"
    reports                        = "s3://reports/lakecheck"
    fail_on                        = "always"
    maximum_retry_attempts         = 3
    role_arn                       = "mine"
    log_retention_days             = 31
    log_format                     = "text"
    alarm_actions                  = ["topic"]
    ok_actions                     = ["topic"]
    alarm_emails                   = ["data-team@example.com"]
    layers                         = ["suite"]
    vpc_config                     = { subnet_ids = [], security_group_ids = ["sg-1"] }
    permissions_boundary           = "boundary"
    kms_key_arn                    = "alias/lake"
    shard_concurrency              = 0
    tags                           = { "aws:team" = "data" }
  }
  expect_failures = [
    var.name, var.runtime, var.architecture, var.memory_size, var.timeout, var.reserved_concurrent_executions,
    var.environment, var.suite, var.reports, var.fail_on, var.maximum_retry_attempts, var.role_arn,
    var.log_retention_days, var.log_format, var.alarm_actions, var.ok_actions, var.alarm_emails,
    var.layers, var.vpc_config, var.permissions_boundary, var.kms_key_arn, var.shard_concurrency, var.tags,
  ]
}

run "a_mistyped_hash" {
  command = plan
  variables {
    package_file = null
    package_s3   = { bucket = "code", key = "lakecheck.zip", sha256 = "e3b0c44298fc1c149afbf4c8996fb924" }
  }
  expect_failures = [var.package_s3]
}

run "an_empty_key" {
  command = plan
  variables {
    package_file = null
    package_s3   = { bucket = "code", key = "" }
  }
  expect_failures = [var.package_s3]
}

run "a_reserved_environment_variable" {
  command = plan
  variables {
    environment = { AWS_REGION = "eu-west-1" }
  }
  expect_failures = [var.environment]
}

run "a_mistyped_address" {
  command = plan
  variables {
    create_topic = true
    alarm_emails = ["data-team"]
  }
  expect_failures = [var.alarm_emails]
}
