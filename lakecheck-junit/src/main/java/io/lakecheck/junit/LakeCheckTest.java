// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test with {@link LakeCheck} annotations, instead of {@code @Test}, so that the test report has one row for
 * each check. The test body runs once, in the row that runs first; {@code @BeforeEach} and {@code @AfterEach} methods
 * run for each row.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith({LakeCheckExtension.class, LakeParameters.class, CheckInvocationProvider.class})
public @interface LakeCheckTest {}
