// SPDX-License-Identifier: Apache-2.0
/** The Maven goals. They pass their parameters to the commands and translate results into Maven's exceptions. */
@NullMarked
package io.lakecheck.maven;

import org.jspecify.annotations.NullMarked;
