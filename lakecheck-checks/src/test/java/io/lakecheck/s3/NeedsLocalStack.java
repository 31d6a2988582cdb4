// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.s3;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks tests that need a {@link LocalStackServer}, which they then take as a parameter. Without one they are skipped,
 * loudly; with {@code -Dlakecheck.localstack=required} they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LocalStackExtension.class)
public @interface NeedsLocalStack {}
