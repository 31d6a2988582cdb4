# SPDX-License-Identifier: Apache-2.0
# A suite with its schedules, permissions, alarms and dashboard. Create the files first:
#   mvn lakecheck:package-lambda lakecheck:deployment

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
  create_topic    = true
}

output "function_name" {
  value = module.lakecheck.function_name
}

output "event_buckets" {
  description = "Switch on events for these buckets."
  value       = module.lakecheck.event_buckets
}

output "topic_arn" {
  value = module.lakecheck.topic_arn
}
