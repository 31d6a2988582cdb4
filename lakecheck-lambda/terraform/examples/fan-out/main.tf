# SPDX-License-Identifier: Apache-2.0
# A large suite, which contains for example deployment: { shards: 20 }. Its shards are checked by several invocations.
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

variable "reports" {
  description = "The bucket for reports and for the results of shards."
  type        = string
  default     = "lakecheck-reports"
}

variable "concurrency" {
  description = "The maximum number of shards that are checked at the same time."
  type        = number
  default     = 20
}

module "lakecheck" {
  source = "../.."

  deployment_file   = "${var.target}/lakecheck/deployment.json"
  package_file      = "${var.target}/lakecheck-function.zip"
  reports           = "s3://${aws_s3_bucket.reports.id}/lakecheck/"
  shard_concurrency = var.concurrency
  timeout           = 900
  memory_size       = 1024
}

resource "aws_s3_bucket" "reports" {
  bucket        = var.reports
  force_destroy = true
}

output "state_machine_arn" {
  value = module.lakecheck.state_machine_arn
}
