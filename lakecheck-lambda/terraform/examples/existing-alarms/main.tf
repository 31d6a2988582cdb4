# SPDX-License-Identifier: Apache-2.0
# An alarm that existed before lakecheck keeps working: the suite publishes to its namespace, with its dimensions.
#
#   cloudwatch: { namespace: ATUK/Lambda }
#   datasets:
#     kpi-daily:
#       location: s3://refined/kpi/dt={date}/
#       checks: [ recency: { marker: _SUCCESS }, size: { min: 195 kB } ]

terraform {
  required_version = ">= 1.9"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 6.0"
    }
  }
}

variable "target" {
  description = "The directory that Maven builds in."
  type        = string
  default     = "target"
}

module "lakecheck" {
  source = "../.."

  deployment_file = "${var.target}/lakecheck/deployment.json"
  package_file    = "${var.target}/lakecheck-function.zip"
  alarms          = false
}

resource "aws_cloudwatch_metric_alarm" "total_file_size" {
  alarm_name          = "TotalFileSize"
  namespace           = "ATUK/Lambda"
  metric_name         = "TotalFileSize"
  statistic           = "Average"
  comparison_operator = "LessThanThreshold"
  threshold           = 195000
  period              = 300
  evaluation_periods  = 1

  dimensions = {
    BucketName   = "refined"
    Key          = "kpi/"
    FunctionName = "file_size_check"
  }
}

output "function_name" {
  value = module.lakecheck.function_name
}
