// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.partition.DayInterval;
import io.lakecheck.partition.Period;
import java.util.Optional;

/**
 * How often data is expected: on some dates, or every few minutes. Exactly one of the two is present.
 *
 * @param dates the dates on which data is expected
 * @param minutes the period of partitions that are shorter than an hour
 */
record Every(Optional<DayInterval> dates, Optional<Period> minutes) {}
