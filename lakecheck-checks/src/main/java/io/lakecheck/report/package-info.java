// SPDX-License-Identifier: Apache-2.0
/** Reporters that write results to the console, to GitHub Actions, and to HTML, Markdown, JSON and JUnit XML files. */
@NullMarked
package io.lakecheck.report;

import org.jspecify.annotations.NullMarked;
