// SPDX-License-Identifier: Apache-2.0
/** The words of lakecheck: what is checked, what was found and how it is judged. Depends on the JDK alone. */
@NullMarked
package io.lakecheck;

import org.jspecify.annotations.NullMarked;
