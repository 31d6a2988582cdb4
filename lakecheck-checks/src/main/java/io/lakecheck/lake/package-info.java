// SPDX-License-Identifier: Apache-2.0
/** The lake port, and what a listing found there. */
@NullMarked
package io.lakecheck.lake;

import org.jspecify.annotations.NullMarked;
