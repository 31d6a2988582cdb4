# SPDX-License-Identifier: Apache-2.0
# Events of a bucket that this configuration owns start the checks, in addition to the schedules.

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

variable "bucket" {
  description = "The lake's bucket."
  type        = string
  default     = "refined"
}

module "lakecheck" {
  source = "../.."

  deployment_file = "${var.target}/lakecheck/deployment.json"
  package_file    = "${var.target}/lakecheck-function.zip"
  reports         = "s3://${aws_s3_bucket.reports.id}/lakecheck/"
  create_topic    = true
}

resource "aws_s3_bucket" "reports" {
  bucket        = "${var.bucket}-reports"
  force_destroy = true
}

# A bucket has a single notification configuration. If another one exists, add eventbridge = true there instead.
resource "aws_s3_bucket_notification" "lake" {
  bucket      = var.bucket
  eventbridge = true
}

output "function_name" {
  value = module.lakecheck.function_name
}
