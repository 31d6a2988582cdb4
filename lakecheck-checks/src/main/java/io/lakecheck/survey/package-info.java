// SPDX-License-Identifier: Apache-2.0
/** The engine: lists each partition once, waits for late ones, and replays past days. */
@NullMarked
package io.lakecheck.survey;

import org.jspecify.annotations.NullMarked;
