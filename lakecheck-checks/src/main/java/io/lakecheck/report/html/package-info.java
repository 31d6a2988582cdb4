// SPDX-License-Identifier: Apache-2.0
/** The report that people look at: a page of words and pictures, without a script. */
@NullMarked
package io.lakecheck.report.html;

import org.jspecify.annotations.NullMarked;
