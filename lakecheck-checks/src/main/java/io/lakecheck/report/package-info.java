// SPDX-License-Identifier: Apache-2.0
/**
 * Reporters that write human-readable and machine-readable reports: console, HTML, Markdown, JSON, JUnit XML, GitHub.
 */
@NullMarked
package io.lakecheck.report;

import org.jspecify.annotations.NullMarked;
