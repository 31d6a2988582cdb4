# SPDX-License-Identifier: Apache-2.0

variable "deployment_file" {
  description = "The file that `mvn lakecheck:deployment` writes, usually `target/lakecheck/deployment.json`."
  type        = string

  validation {
    condition     = try(jsondecode(file(var.deployment_file)).version, 0) == 1
    error_message = "The file is not a deployment.json of version 1. Create it with: mvn lakecheck:deployment."
  }
}

variable "name" {
  description = "The name of the function and the first part of all other names. Default: the prefix of the suite's alarms."
  type        = string
  default     = null

  validation {
    condition     = var.name == null || can(regex("^[A-Za-z0-9][A-Za-z0-9_-]{0,21}$", var.name))
    error_message = "The name must have up to 22 letters, digits, underscores and hyphens, and start with a letter or digit."
  }
}

variable "package_file" {
  description = "The zip file that `mvn lakecheck:package-lambda` writes. Set either this or `package_s3`."
  type        = string
  default     = null

  validation {
    condition     = (var.package_file == null) != (var.package_s3 == null)
    error_message = "Set either package_file, the zip file written by mvn lakecheck:package-lambda, or package_s3."
  }

  validation {
    condition     = var.package_file == null || try(fileexists(var.package_file), false)
    error_message = "The function's zip file does not exist. Create it with: mvn lakecheck:package-lambda."
  }
}

variable "package_s3" {
  description = "The zip file in S3: its bucket and key, and the SHA-256 of its content in Base64, which is used to detect changes."
  type = object({
    bucket = string
    key    = string
    sha256 = optional(string)
  })
  default = null

  validation {
    condition     = var.package_s3 == null || try(length(var.package_s3.bucket) > 0 && length(var.package_s3.key) > 0, false)
    error_message = "The bucket and the key of package_s3 must not be empty."
  }

  validation {
    condition     = try(var.package_s3.sha256, null) == null || can(regex("^[A-Za-z0-9+/]{43}=$", var.package_s3.sha256))
    error_message = "sha256 must be a SHA-256 in Base64, as printed by: openssl dgst -sha256 -binary lakecheck-function.zip | base64."
  }
}

variable "runtime" {
  description = "The function's runtime: `java17` or newer."
  type        = string
  default     = "java17"

  validation {
    condition     = contains(["java17", "java21", "java25"], var.runtime)
    error_message = "The runtime must be java17, java21 or java25."
  }
}

variable "architecture" {
  description = "The function's processor architecture: `x86_64` or `arm64`."
  type        = string
  default     = "x86_64"

  validation {
    condition     = contains(["x86_64", "arm64"], var.architecture)
    error_message = "The architecture must be x86_64 or arm64."
  }
}

variable "layers" {
  description = "ARNs of layer versions, such as one that contains the suite. Default: none."
  type        = list(string)
  default     = []

  validation {
    condition     = length(var.layers) <= 5 && alltrue([for arn in var.layers : can(regex("^arn:[a-z-]+:lambda:[a-z0-9-]+:[0-9]{12}:layer:[A-Za-z0-9_-]+:[0-9]+$", arn))])
    error_message = "Layers must be up to 5 ARNs of layer versions, such as arn:aws:lambda:eu-west-1:123456789012:layer:suite:1."
  }
}

variable "snap_start" {
  description = "Whether to start the function from a snapshot, which is faster. Each `terraform apply` that changes the function then publishes a version."
  type        = bool
  default     = false
}

variable "memory_size" {
  description = "The function's memory in MB. 512 MB is enough for a million keys."
  type        = number
  default     = 512

  validation {
    condition     = var.memory_size >= 256 && var.memory_size <= 10240 && floor(var.memory_size) == var.memory_size
    error_message = "The memory must be a whole number from 256 to 10240 MB."
  }
}

variable "timeout" {
  description = "The function's timeout in seconds. Listing ends 20 seconds earlier."
  type        = number
  default     = 300

  validation {
    condition     = var.timeout >= 60 && var.timeout <= 900 && floor(var.timeout) == var.timeout
    error_message = "The timeout must be a whole number from 60 to 900 seconds."
  }
}

variable "reserved_concurrent_executions" {
  description = "The maximum number of executions at the same time; -1 for no limit."
  type        = number
  default     = -1

  validation {
    condition     = var.reserved_concurrent_executions == -1 || var.reserved_concurrent_executions >= 1
    error_message = "The reserved concurrency must be -1 or at least 1. With 0, the function would never run."
  }
}

variable "shard_concurrency" {
  description = "The maximum number of shards that are checked at the same time, if the suite has shards. A new AWS account allows 10 invocations at the same time."
  type        = number
  default     = 40

  validation {
    condition     = var.shard_concurrency >= 1 && var.shard_concurrency <= 1000
    error_message = "The number of shards that are checked at the same time must be between 1 and 1000."
  }
}

variable "vpc_config" {
  description = "The subnets and security groups to run the function in. From there, the function must be able to reach S3, CloudWatch and the destinations of messages."
  type = object({
    subnet_ids         = list(string)
    security_group_ids = list(string)
  })
  default = null

  validation {
    condition     = var.vpc_config == null || try(length(var.vpc_config.subnet_ids) > 0 && length(var.vpc_config.security_group_ids) > 0, false)
    error_message = "A VPC needs at least one subnet and one security group."
  }
}

variable "environment" {
  description = "Environment variables for the function, such as those that the suite refers to."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(setintersection(keys(var.environment), ["LAKECHECK_SUITE", "LAKECHECK_REPORTS", "LAKECHECK_FAIL_ON"])) == 0
    error_message = "Set suite, reports and fail_on instead of the environment variables LAKECHECK_SUITE, LAKECHECK_REPORTS and LAKECHECK_FAIL_ON."
  }

  validation {
    condition = length(setintersection(keys(var.environment), [
      "_HANDLER", "_X_AMZN_TRACE_ID", "AWS_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AWS_DEFAULT_REGION", "AWS_EXECUTION_ENV",
      "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION",
      "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME",
      "AWS_LAMBDA_RUNTIME_API", "AWS_REGION", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "LAMBDA_RUNTIME_DIR",
      "LAMBDA_TASK_ROOT",
    ])) == 0
    error_message = "Lambda sets environment variables such as AWS_REGION, AWS_ACCESS_KEY_ID and LAMBDA_TASK_ROOT itself. Remove them from environment."
  }
}

variable "suite" {
  description = "The suite in S3, as `s3://bucket/path/lakecheck.yml`. Default: the suite in the zip file."
  type        = string
  default     = null

  validation {
    condition     = var.suite == null || can(regex("^s3://[^/*?]+/[^*?]+[^/*?]$", var.suite))
    error_message = "The suite must be a file in S3, such as s3://config/lakecheck.yml."
  }
}

variable "reports" {
  description = "The folder for reports, as `s3://bucket/prefix/`. Default: no reports are kept."
  type        = string
  default     = null

  validation {
    condition     = var.reports == null || can(regex("^s3://[^/*?]+/([^*?]+/)?$", var.reports))
    error_message = "The folder for reports must be in S3 and end with a slash, such as s3://reports/lakecheck/."
  }
}

variable "fail_on" {
  description = "The least severe outcome that is an error of the function: `fail`, `warn` or `never`. With `never`, only checks that could not be completed are errors, and the suite's alarms report the others."
  type        = string
  default     = "never"

  validation {
    condition     = contains(["fail", "warn", "never"], var.fail_on)
    error_message = "fail_on must be fail, warn or never."
  }
}

variable "maximum_retry_attempts" {
  description = "How many times a failed run is retried, from 0 to 2."
  type        = number
  default     = 1

  validation {
    condition     = contains([0, 1, 2], var.maximum_retry_attempts)
    error_message = "The number of retries must be 0, 1 or 2."
  }
}

variable "role_arn" {
  description = "The ARN of an existing role for the function. Default: the module creates one with the permissions that the suite needs."
  type        = string
  default     = null

  validation {
    condition     = var.role_arn == null || can(regex("^arn:[a-z-]+:iam::[0-9]{12}:role/", var.role_arn))
    error_message = "The role must be an ARN such as arn:aws:iam::123456789012:role/lakecheck."
  }
}

variable "permissions_boundary" {
  description = "The ARN of the permissions boundary for the roles that the module creates."
  type        = string
  default     = null

  validation {
    condition     = var.permissions_boundary == null || can(regex("^arn:[a-z-]+:iam::([0-9]{12}|aws):policy/", var.permissions_boundary))
    error_message = "The permissions boundary must be the ARN of a policy, such as arn:aws:iam::123456789012:policy/boundary."
  }
}

variable "kms_key_arn" {
  description = "The ARN of the key that encrypts the log and the function's environment. Its policy must allow CloudWatch Logs to use it. Default: keys owned by AWS."
  type        = string
  default     = null

  validation {
    condition     = var.kms_key_arn == null || can(regex("^arn:[a-z-]+:kms:[a-z0-9-]+:[0-9]{12}:key/", var.kms_key_arn))
    error_message = "The key must be an ARN such as arn:aws:kms:eu-west-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab."
  }
}

variable "log_retention_days" {
  description = "How long the function's log is kept, in days."
  type        = number
  default     = 30

  validation {
    condition     = contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653], var.log_retention_days)
    error_message = "CloudWatch Logs keeps logs for 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365 or 400 days, or for certain longer periods."
  }
}

variable "log_format" {
  description = "The format of the function's log: `JSON`, with one object for each finding, or `Text`."
  type        = string
  default     = "JSON"

  validation {
    condition     = contains(["JSON", "Text"], var.log_format)
    error_message = "The log format must be JSON or Text."
  }
}

variable "object_events" {
  description = "Whether S3 events start checks, in addition to the schedules. The buckets must send events to EventBridge, see the output `event_buckets`."
  type        = bool
  default     = true
}

variable "alarms" {
  description = "Whether to create the suite's alarms. Set it to false if they exist already, or if `mvn lakecheck:alarms` creates them."
  type        = bool
  default     = true
}

variable "dashboard" {
  description = "Whether to create the suite's dashboard."
  type        = bool
  default     = true
}

variable "alarm_actions" {
  description = "ARNs of actions for all alarms, in addition to those in the suite."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.alarm_actions : can(regex("^arn:", arn))])
    error_message = "Alarm actions must be ARNs, such as arn:aws:sns:eu-west-1:123456789012:data-team."
  }
}

variable "ok_actions" {
  description = "ARNs of actions that run when an alarm ends, in addition to those in the suite."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for arn in var.ok_actions : can(regex("^arn:", arn))])
    error_message = "OK actions must be ARNs, such as arn:aws:sns:eu-west-1:123456789012:data-team."
  }
}

variable "create_topic" {
  description = "Whether to create an SNS topic that all alarms notify."
  type        = bool
  default     = false
}

variable "alarm_emails" {
  description = "E-mail addresses that the created topic notifies. Each recipient must confirm the subscription."
  type        = list(string)
  default     = []

  validation {
    condition     = alltrue([for address in var.alarm_emails : can(regex("^[^@ ]+@[^@ ]+$", address))])
    error_message = "E-mail addresses must look like data-team@example.com."
  }

  validation {
    condition     = length(var.alarm_emails) == 0 || var.create_topic
    error_message = "E-mail addresses need a topic. Set create_topic = true."
  }
}

variable "tags" {
  description = "Tags for all resources that can have them."
  type        = map(string)
  default     = {}

  validation {
    condition     = length(var.tags) < 50 && alltrue([for key in keys(var.tags) : !startswith(lower(key), "aws:") && length(key) <= 128])
    error_message = "A resource can have up to 50 tags, one of which the module adds. Their keys must have up to 128 characters and must not start with \"aws:\"."
  }
}
