// SPDX-License-Identifier: Apache-2.0
/** The report that people look at, as a page of HTML and as Markdown. */
@NullMarked
package io.lakecheck.report.page;

import org.jspecify.annotations.NullMarked;
