// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.lake.Traffic;
import io.lakecheck.value.Display;
import java.math.BigDecimal;

/**
 * The cost of LIST requests on S3, which is $0.005 per thousand requests in most regions. Requests to the local file
 * system are counted as if they were sent to S3.
 */
final class RequestCost {

    private static final BigDecimal USD_PER_REQUEST = new BigDecimal("0.000005");

    private RequestCost() {}

    static BigDecimal usd(Traffic traffic) {
        BigDecimal usd = USD_PER_REQUEST.multiply(BigDecimal.valueOf(traffic.requests()));
        return usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
    }

    /**
     * Returns the number of requests, their cost and the number of retries, such as {@code 3 LIST requests, $0.000015
     * on S3, 1 retry}.
     */
    static String text(Traffic traffic) {
        return Display.count(traffic.requests(), "LIST request") + ", $"
                + usd(traffic).toPlainString() + " on S3"
                + (traffic.retries() == 0
                        ? ""
                        : ", " + traffic.retries() + (traffic.retries() == 1 ? " retry" : " retries"));
    }
}
