// SPDX-License-Identifier: Apache-2.0
/** The engine, which lists each partition once, waits for late partitions, and replays past days. */
@NullMarked
package io.lakecheck.survey;

import org.jspecify.annotations.NullMarked;
