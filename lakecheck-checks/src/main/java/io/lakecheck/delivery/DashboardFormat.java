// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

/** The formats of generated dashboards. Each is for a different product. */
public enum DashboardFormat {
    /** Grafana's classic dashboard model, which can be imported into Grafana 10 and later. */
    GRAFANA,
    /** The body of a CloudWatch dashboard. */
    CLOUDWATCH
}
