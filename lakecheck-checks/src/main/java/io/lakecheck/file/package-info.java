// SPDX-License-Identifier: Apache-2.0
/** A lake that consists of local folders. */
@NullMarked
package io.lakecheck.file;

import org.jspecify.annotations.NullMarked;
