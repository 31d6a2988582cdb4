// SPDX-License-Identifier: Apache-2.0
/** The human-readable report: an HTML page, and a Markdown summary with the same content. */
@NullMarked
package io.lakecheck.report.page;

import org.jspecify.annotations.NullMarked;
