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
 * Stands in the place of {@code @Test} beside {@link LakeCheck}s: one row in the report for each of their checks. The
 * body runs once, in the row that comes first; {@code @BeforeEach} and {@code @AfterEach} methods surround each row.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith({LakeCheckExtension.class, LakeParameters.class, CheckRows.class})
public @interface LakeCheckTest {}
