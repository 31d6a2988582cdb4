// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.Lake;
import java.util.concurrent.Executor;

/**
 * The objects that all listings of a run share.
 *
 * @param lake the lake to list
 * @param executor the executor that runs the listings
 * @param concurrency the number of threads that the executor has
 * @param meter counts the run's traffic
 * @param timeout the time limit of the run
 */
record SurveyContext(Lake lake, Executor executor, int concurrency, TrafficMeter meter, RunTimeout timeout) {

    /** Returns a context with another lake. */
    SurveyContext with(Lake other) {
        return new SurveyContext(other, executor, concurrency, meter, timeout);
    }
}
