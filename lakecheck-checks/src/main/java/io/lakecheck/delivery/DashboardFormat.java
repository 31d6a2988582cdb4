// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

/** The product in which a dashboard is displayed. */
public enum DashboardFormat {
    /** Grafana's classic dashboard model, which Grafana 10 and later import. */
    GRAFANA,
    /** The body of a CloudWatch dashboard. */
    CLOUDWATCH
}
