// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.util.Map;

class EmbeddedNightTest extends NightContract {

    @Override
    Map<String, String> backend() {
        return Map.of("lakecheck.backend", "embedded");
    }
}
