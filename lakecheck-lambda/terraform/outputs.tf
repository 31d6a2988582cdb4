# SPDX-License-Identifier: Apache-2.0

output "function_name" {
  description = "The name of the function."
  value       = aws_lambda_function.this.function_name
}

output "function_arn" {
  description = "The ARN of the function."
  value       = aws_lambda_function.this.arn
}

output "role_arn" {
  description = "The ARN of the function's role."
  value       = local.role_arn
}

output "policy" {
  description = "The permissions that the function needs, as JSON. Attach them to the role if you set `role_arn`."
  value       = data.aws_iam_policy_document.this.json
}

output "log_group" {
  description = "The name of the function's log group."
  value       = aws_cloudwatch_log_group.this.name
}

output "schedules" {
  description = "The schedules: their expressions by name."
  value       = { for name, schedule in local.schedules : name => schedule.expression }
}

output "state_machine_arn" {
  description = "The ARN of the state machine that checks shards; null if the suite has no shards."
  value       = one(aws_sfn_state_machine.shards[*].arn)
}

output "event_buckets" {
  description = "The buckets whose owners must send events to EventBridge."
  value       = sort(distinct([for event in values(local.object_events) : event.bucket]))
}

output "alarms" {
  description = "The names of all alarms: the suite's and those on the function itself."
  value = sort(concat(
    [for alarm in aws_cloudwatch_metric_alarm.suite : alarm.alarm_name],
    [for alarm in aws_cloudwatch_metric_alarm.function : alarm.alarm_name],
    [aws_cloudwatch_metric_alarm.dead_letters.alarm_name],
    aws_cloudwatch_metric_alarm.shards[*].alarm_name,
  ))
}

output "dead_letter_queue" {
  description = "The URL of the queue for events that could not be handled."
  value       = aws_sqs_queue.dead_letters.url
}

output "topic_arn" {
  description = "The ARN of the topic that alarms notify; null unless `create_topic` is true."
  value       = one(aws_sns_topic.this[*].arn)
}
