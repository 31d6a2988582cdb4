// SPDX-License-Identifier: Apache-2.0
package kpi;

import io.lakecheck.junit.LocalStackRun;
import io.lakecheck.junit.NeedsLocalStack;
import java.util.Map;

@NeedsLocalStack
class LocalStackNightTest extends NightContract {

    @Override
    Map<String, String> backend() {
        return LocalStackRun.backend();
    }
}
