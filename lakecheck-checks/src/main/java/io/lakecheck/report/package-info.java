// SPDX-License-Identifier: Apache-2.0
/** Reports for people and machines: console, HTML page, Markdown, JSON, JUnit XML, GitHub. */
@NullMarked
package io.lakecheck.report;

import org.jspecify.annotations.NullMarked;
