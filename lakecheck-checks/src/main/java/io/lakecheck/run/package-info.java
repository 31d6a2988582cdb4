// SPDX-License-Identifier: Apache-2.0
/** Wires suites, lakes and reporters into the one run that every shell makes. */
@NullMarked
package io.lakecheck.run;

import org.jspecify.annotations.NullMarked;
