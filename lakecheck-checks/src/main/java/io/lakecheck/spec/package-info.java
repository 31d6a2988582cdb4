// SPDX-License-Identifier: Apache-2.0
/**
 * The suite language. Each source of suites (YAML, a POM, annotations) builds a tree of {@link io.lakecheck.spec.Node}s
 * with their origins. {@link io.lakecheck.spec.SuiteReader} turns the tree into a {@link io.lakecheck.Suite}; the keys,
 * their syntax and their defaults are defined only here. An invalid suite is rejected as a whole, with all problems in
 * one {@link io.lakecheck.spec.SuiteProblemsException}.
 */
@NullMarked
package io.lakecheck.spec;

import org.jspecify.annotations.NullMarked;
