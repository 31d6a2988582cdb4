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
 * Used instead of {@code @Test} on a method that has {@link LakeCheck} annotations, so that the test report has one
 * entry for each check. The test body runs only once, with the first entry. {@code @BeforeEach} and {@code @AfterEach}
 * methods run for each entry.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@TestTemplate
@ExtendWith({LakeCheckExtension.class, LakeParameters.class, CheckInvocationProvider.class})
public @interface LakeCheckTest {}
