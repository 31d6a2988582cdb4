# SPDX-License-Identifier: Apache-2.0

resource "aws_cloudwatch_dashboard" "this" {
  for_each = { for index, dashboard in local.facts.dashboards : index => dashboard if var.dashboard }

  dashboard_name = replace(each.value.name, local.facts.name, local.name)

  # Charts have no region unless the suite sets one; CloudWatch requires it.
  dashboard_body = jsonencode(merge(each.value.body, {
    widgets = [for widget in each.value.body.widgets : merge(widget, {
      properties = merge(widget.type == "metric" ? { region = local.region } : {}, widget.properties)
    })]
  }))
}
