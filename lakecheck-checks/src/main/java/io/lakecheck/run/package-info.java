// SPDX-License-Identifier: Apache-2.0
/** The commands for front ends such as the Maven plugin. They connect suites, lakes and reporters. */
@NullMarked
package io.lakecheck.run;

import org.jspecify.annotations.NullMarked;
