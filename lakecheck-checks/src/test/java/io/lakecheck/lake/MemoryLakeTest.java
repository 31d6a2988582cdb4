// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.time.Clock;
import java.util.Map;

/** Tests that {@link MemoryLake} meets the contract of lakes, because many other tests rely on it. */
class MemoryLakeTest extends LakeContract {

    private final MemoryLake lake = new MemoryLake();

    @Override
    protected String root() {
        return "s3://refined/kpi/";
    }

    @Override
    protected Lake holding(Map<String, Integer> objects) {
        String now = Clock.systemUTC().instant().toString();
        objects.forEach((key, bytes) -> lake.put(root() + key, bytes, now));
        return lake;
    }
}
