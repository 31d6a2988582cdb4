// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import io.lakecheck.lake.Traffic;
import java.math.BigDecimal;

/**
 * What LIST requests cost on S3: $0.005 a thousand in most regions. A local directory is priced as if it were on S3.
 */
final class ListPrice {

    private static final BigDecimal USD_PER_REQUEST = new BigDecimal("0.000005");

    private ListPrice() {}

    static BigDecimal usd(Traffic traffic) {
        BigDecimal usd = USD_PER_REQUEST.multiply(BigDecimal.valueOf(traffic.requests()));
        return usd.signum() == 0 ? BigDecimal.ZERO : usd.stripTrailingZeros();
    }
}
