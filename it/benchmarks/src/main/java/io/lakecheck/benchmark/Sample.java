// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** One measured run, with the requests that the simulator counted. */
record Sample(double seconds, int requests, int rejected) {

    static Sample of(double seconds, ListSimulator simulator) {
        return new Sample(seconds, simulator.log().size(), simulator.rejected());
    }

    /** Returns the run with the median time. */
    static Sample median(List<Sample> samples) {
        return samples.stream().sorted(Comparator.comparingDouble(Sample::seconds)).toList().get(samples.size() / 2);
    }

    static void check(long counted, long expected) throws IOException {
        if (counted != expected) {
            throw new IOException("counted " + counted + " instead of " + expected);
        }
    }
}
