// SPDX-License-Identifier: Apache-2.0
/** Reports for people and machines: lines on a console, {@code lakecheck.json}, JUnit XML. */
@NullMarked
package io.lakecheck.report;

import org.jspecify.annotations.NullMarked;
