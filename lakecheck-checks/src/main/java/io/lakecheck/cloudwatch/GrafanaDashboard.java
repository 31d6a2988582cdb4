// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.io.IOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes dashboards in Grafana's classic JSON model. The CloudWatch data source is a variable. */
record GrafanaDashboard(DashboardHead head, JsonTree json) {

    /** The JSON model's version in Grafana 10.0. Later versions of Grafana migrate a dashboard when they import it. */
    private static final int SCHEMA_VERSION = 38;

    void write(List<DashboardRow> rows) throws IOException {
        Map<String, Object> dashboard = new LinkedHashMap<>();
        dashboard.put("description", Dashboard.MARK + ". Changes are lost when it is generated and imported again.");
        dashboard.put("uid", head.uid());
        dashboard.put("title", head.title());
        dashboard.put("tags", List.of("lakecheck"));
        dashboard.put("timezone", head.zone().map(GrafanaDashboard::timezone).orElse("browser"));
        dashboard.put("editable", true);
        dashboard.put("graphTooltip", 1);
        dashboard.put("time", JsonTree.object("from", "now-" + DashboardHead.DAYS + "d", "to", "now"));
        dashboard.put("schemaVersion", SCHEMA_VERSION);
        dashboard.put("annotations", Map.of("list", List.of()));
        dashboard.put("templating", Map.of("list", List.of(dataSource())));
        dashboard.put("panels", new GrafanaPanels(head).of(rows));
        json.write(dashboard);
    }

    /**
     * Returns the time zone's name in Grafana, which accepts names of time zones and {@code utc}, but no other offsets.
     */
    private static String timezone(ZoneId zone) {
        if (zone.normalized().equals(ZoneOffset.UTC)) {
            return "utc";
        }
        return zone instanceof ZoneOffset ? "browser" : zone.getId();
    }

    private static Map<String, Object> dataSource() {
        Map<String, Object> variable = new LinkedHashMap<>();
        variable.put("type", "datasource");
        variable.put("name", GrafanaPanels.DATA_SOURCE);
        variable.put("label", "CloudWatch");
        variable.put("query", "cloudwatch");
        variable.put("hide", 0);
        variable.put("multi", false);
        variable.put("includeAll", false);
        variable.put("refresh", 1);
        variable.put("options", List.of());
        return variable;
    }
}
