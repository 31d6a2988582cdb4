// SPDX-License-Identifier: Apache-2.0
/** The Maven goals. They pass their parameters to commands and translate the results into Maven's exceptions. */
@NullMarked
package io.lakecheck.maven;

import org.jspecify.annotations.NullMarked;
