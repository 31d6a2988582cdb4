// SPDX-License-Identifier: Apache-2.0
/**
 * Reporters for people and machines, which write to the console, HTML, Markdown, JSON, JUnit XML and GitHub Actions.
 */
@NullMarked
package io.lakecheck.report;

import org.jspecify.annotations.NullMarked;
