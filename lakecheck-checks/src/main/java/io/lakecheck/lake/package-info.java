// SPDX-License-Identifier: Apache-2.0
/** The interface to a lake, and the results of listing it. */
@NullMarked
package io.lakecheck.lake;

import org.jspecify.annotations.NullMarked;
