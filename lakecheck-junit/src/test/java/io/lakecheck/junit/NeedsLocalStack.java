// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that run on LocalStack, which they select with {@link LocalStackRun#backend}. If LocalStack is not
 * available, they are skipped with a warning or, with {@code -Dlakecheck.localstack=required}, fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalStackRun.class)
public @interface NeedsLocalStack {}
