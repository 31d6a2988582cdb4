// SPDX-License-Identifier: Apache-2.0
/** The commands of every shell: they connect suites, lakes and reporters, and return what the shell should signal. */
@NullMarked
package io.lakecheck.run;

import org.jspecify.annotations.NullMarked;
