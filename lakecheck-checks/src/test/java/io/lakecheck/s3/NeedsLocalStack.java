// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that take a {@link LocalStackServer} as a parameter. If no server is available, they are skipped with a
 * warning, or fail if {@code -Dlakecheck.localstack=required} is set.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalStackExtension.class)
public @interface NeedsLocalStack {}
