// SPDX-License-Identifier: Apache-2.0
/**
 * The suite language: words with their origin become a {@link io.lakecheck.Suite}. Whoever the words come from (a file,
 * a POM, an annotation) builds the same tree of {@link io.lakecheck.spec.Node}s; one
 * {@link io.lakecheck.spec.SuiteReader} knows all words, their grammar and their defaults. A wrong suite is refused
 * whole, with every problem in one {@link io.lakecheck.spec.SuiteProblemsException}.
 */
@NullMarked
package io.lakecheck.spec;

import org.jspecify.annotations.NullMarked;
