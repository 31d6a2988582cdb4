// SPDX-License-Identifier: Apache-2.0
/**
 * The suite language. Suites from all sources (YAML, a POM, annotations) are converted to trees of
 * {@link io.lakecheck.spec.Node}s, which keep their origins. {@link io.lakecheck.spec.SuiteReader} turns a tree into a
 * {@link io.lakecheck.Suite}; the keys, their syntax and their defaults are defined only here. An invalid suite is
 * rejected as a whole, with all problems in one {@link io.lakecheck.spec.SuiteProblemsException}.
 */
@NullMarked
package io.lakecheck.spec;

import org.jspecify.annotations.NullMarked;
