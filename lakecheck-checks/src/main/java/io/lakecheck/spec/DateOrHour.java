// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A day or a single hour in local time.
 *
 * @param date the day, or the day that contains the hour
 * @param hour the start of the hour; empty for a whole day
 */
record DateOrHour(LocalDate date, Optional<LocalDateTime> hour) {}
